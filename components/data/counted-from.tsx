"use client";

import { Freshness } from "@/components/ui/freshness";
import type { Counted } from "@/lib/domain/counted";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";
import { readCopyAgainAction } from "@/server/actions/copies";

interface CountedFromProps {
  counted: Pick<Counted<unknown>, "freshness" | "copies">;
  recount: () => Promise<unknown>;
}

/** How old what a dialog counted in is. The button has AMP asked for those lists before it is counted again. */
export function CountedFrom({ counted: { freshness, copies }, recount }: CountedFromProps) {
  const lookAgain = async () => {
    if (freshness.source === "mirror") await readAgain(copies);
    await recount();
  };
  return <Freshness freshness={freshness} onRefresh={lookAgain} />;
}

/** One says why it did not work; the others are not asked for then. */
async function readAgain(copies: Counted<unknown>["copies"]): Promise<void> {
  for (const copy of copies) {
    const result = await readCopyAgainAction(copy);
    if (result.ok) continue;
    notify({ tone: "danger", title: uiText.notReadAgain, description: result.error.message });
    return;
  }
}
