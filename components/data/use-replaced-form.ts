"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Result } from "@/lib/errors";
import { useSubmit } from "./use-submit";

/**
 * For settings that saving replaces whole, in fields that keep their values themselves. The action is told which ones were
 * `shown` and refuses with CONFLICT when others stand there by now; the page is then read again, and `showPresent` puts them
 * into the fields, where a person has to see them before anything is saved over them.
 * @param action returns the settings as they are kept
 */
export function useReplacedForm<
  Settings,
  Input extends { shown: Settings },
  Kept extends { settings: Settings },
>(action: (input: Input) => Promise<Result<Kept>>, present: Settings, onDone: (kept: Kept) => void) {
  const router = useRouter();
  const [shown, setShown] = useState(present);
  const [round, setRound] = useState(0);
  const form = useSubmit(
    (entered: Omit<Input, "shown">) => action({ ...entered, shown } as Input),
    (kept) => {
      setShown(kept.settings);
      onDone(kept);
    },
  );
  const isOvertaken = form.error?.code === "CONFLICT";
  useEffect(() => {
    if (isOvertaken) router.refresh();
  }, [isOvertaken, router]);
  const showPresent = () => {
    setShown(present);
    setRound(round + 1);
    form.reset();
  };
  /** `round` is the key of the fields. */
  return { ...form, shown, round, isOvertaken, showPresent };
}
