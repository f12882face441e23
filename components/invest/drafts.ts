"use client";

import { type RefObject, useEffect, useRef } from "react";
import { LEAVING } from "@/lib/leaving";
import { fill, type Values, valuesOf } from "./form-values";
import { useAddress } from "./signed-in";

interface Kept {
  /** Whose they are: nobody else finds them in the form. */
  address: string;
  drafts: Record<string, Values>;
}

const KEY = "ampdesk-portal-drafts";

function readKept(address: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
    if (kept?.address === address) return kept;
  } catch {
    // Storage that is closed to this page, or holds something else, keeps nothing.
  }
  return { address, drafts: {} };
}

function write(kept: Kept): void {
  try {
    if (Object.keys(kept.drafts).length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Then what was typed has to be typed again.
  }
}

/** What this form had when the session ended, once; what another account left behind goes. */
function take(address: string, name: string): Values | null {
  const { drafts } = readKept(address);
  const { [name]: draft = null, ...others } = drafts;
  write({ address, drafts: others });
  return draft;
}

function keep(address: string, name: string, values: Values): void {
  if (Object.values(values).every((value) => value === "")) return;
  const { drafts } = readKept(address);
  write({ address, drafts: { ...drafts, [name]: values } });
}

/**
 * What is typed outlives the end of the session: it stays in this tab, for the same wallet, until it is back in the form.
 * @param restore puts it back, after the first paint
 */
export function useDraft(name: string, read: () => Values, restore: (values: Values) => void): void {
  const address = useAddress();
  const own = useRef({ read, restore });
  useEffect(() => {
    own.current = { read, restore };
  });
  useEffect(() => {
    const draft = take(address, name);
    if (draft) own.current.restore(draft);
    const onEnd = () => keep(address, name, own.current.read());
    window.addEventListener(LEAVING, onEnd);
    return () => window.removeEventListener(LEAVING, onEnd);
  }, [address, name]);
}

/** The same for a form whose fields keep their values themselves. */
export function useFormDraft(name: string): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useDraft(
    name,
    () => valuesOf(form.current),
    (values) => fill(form.current, values),
  );
  return form;
}
