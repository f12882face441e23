"use client";

import { useEffect, useState } from "react";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import {
  type GivenAddresses,
  type KeptDraft,
  keepDraft,
  newDraft,
  openDraft,
  withAddresses,
} from "./kept-draft";

/** The wizard's entries, kept for this tab: a reload or a wrong turn loses nothing. Nothing in them is secret. */
export function useIssueDraft(storageKey: string) {
  const [kept, setKept] = useState<KeptDraft>(newDraft);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    setKept(openDraft(sessionStorage, storageKey));
    setLoaded(true);
  }, [storageKey]);
  const keep = (change: (before: KeptDraft) => KeptDraft) =>
    setKept((before) => {
      const after = change(before);
      keepDraft(sessionStorage, storageKey, after);
      return after;
    });
  const change = (part: Partial<IssueDraft>) =>
    keep((before) => ({ ...before, draft: { ...before.draft, ...part } }));
  const takeAddresses = (given: GivenAddresses) => keep((before) => withAddresses(before, given));
  /** Carried out: whoever comes again begins another intention. What is shown stays until the page is left. */
  const finish = () => {
    const fresh = newDraft();
    keepDraft(sessionStorage, storageKey, fresh);
    return fresh;
  };
  /** Another intention: only here, and after the first was carried out, the id changes. */
  const startOver = () => setKept(finish());
  return { ...kept, isLoaded, change, takeAddresses, finish, startOver };
}
