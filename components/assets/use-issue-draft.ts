"use client";

import { useEffect, useState } from "react";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { randomId } from "@/lib/random-id";
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
  /** Another intention, without entries. */
  const startOver = () => setKept(finish());
  /** The same entries as another intention, once a person has looked what became of the first. */
  const startAnew = () => keep((before) => ({ ...before, intentId: randomId() }));
  return { ...kept, isLoaded, change, takeAddresses, finish, startOver, startAnew };
}
