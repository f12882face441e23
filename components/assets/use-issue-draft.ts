"use client";

import { useEffect, useState } from "react";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { keepDraft, newDraft, openDraft } from "./kept-draft";

/** The wizard's entries, kept for this tab: a reload or a wrong turn loses nothing. Nothing in them is secret. */
export function useIssueDraft(storageKey: string) {
  const [kept, setKept] = useState(newDraft);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    setKept(openDraft(sessionStorage, storageKey));
    setLoaded(true);
  }, [storageKey]);
  const change = (part: Partial<IssueDraft>) =>
    setKept((before) => {
      const after = { ...before, draft: { ...before.draft, ...part } };
      keepDraft(sessionStorage, storageKey, after);
      return after;
    });
  /** Carried out: whoever comes again begins another intention. What is shown stays until the page is left. */
  const finish = () => {
    const fresh = newDraft();
    keepDraft(sessionStorage, storageKey, fresh);
    return fresh;
  };
  /** Another intention: only here, and after the first was carried out, the id changes. */
  const startOver = () => setKept(finish());
  return { ...kept, isLoaded, change, finish, startOver };
}
