"use client";

import { Freshness } from "@/components/ui/freshness";
import type { Counted } from "@/lib/domain/counted";
import { copyAgain } from "./copies-again";

interface CountedFromProps {
  counted: Pick<Counted<unknown>, "freshness" | "copies">;
  recount: () => Promise<unknown>;
}

/** How old what a dialog counted in is. The button has AMP asked for those lists before it is counted again. */
export function CountedFrom({ counted: { freshness, copies }, recount }: CountedFromProps) {
  const lookAgain = async () => {
    for (const copy of copies) {
      // One says why it did not work; the others are not asked for then.
      if (!(await copyAgain(freshness, copy))) break;
    }
    await recount();
  };
  return <Freshness freshness={freshness} onRefresh={lookAgain} />;
}
