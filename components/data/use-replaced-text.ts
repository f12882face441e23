"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useEffect, useState } from "react";
import type { Result } from "@/lib/errors";
import { useSubmit } from "./use-submit";

/**
 * For a text that saving replaces whole. The action is told which one was `shown` and refuses with CONFLICT when another one
 * stands there by now; the page is then read again, and the present one counts as shown, because it stands beside the field.
 * @param action returns the text as it is kept
 */
export function useReplacedText<Input>(
  action: (input: Input) => Promise<Result<string>>,
  present: string,
  onDone: () => void,
) {
  const router = useRouter();
  const [typed, setTyped] = useState(present);
  const [seen, setSeen] = useState(present);
  const [last, setLast] = useState(present);
  if (present !== last) {
    setLast(present);
    // The field follows while nobody has typed in it.
    if (typed === seen) {
      setTyped(present);
      setSeen(present);
    }
  }
  const [isOvertaken, setOvertaken] = useState(false);
  const form = useSubmit(action, (saved) => {
    setSeen(saved);
    setOvertaken(false);
    onDone();
  });
  const isRefused = form.error?.code === "CONFLICT";
  if (isRefused && !isOvertaken) setOvertaken(true);
  useEffect(() => {
    if (isRefused) router.refresh();
  }, [isRefused, router]);
  const change = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    // Put back after a session's end: it was typed over what stood there then.
    if (target.dataset.start !== undefined) setSeen(target.dataset.start);
    delete target.dataset.start;
    setTyped(target.value);
  };
  return { ...form, typed, change, isOvertaken, shown: isOvertaken ? present : seen };
}
