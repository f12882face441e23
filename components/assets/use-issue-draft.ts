"use client";

import { useEffect, useState } from "react";
import type { IssueDraft } from "@/lib/domain/issue-draft";

export const EMPTY_DRAFT: IssueDraft = {
  transferRestricted: true,
  name: "",
  ticker: "",
  domain: "",
  pubkey: "",
  precision: 0,
  amount: "",
  isReissuable: true,
  reissuanceAmount: "1",
  isConfidential: false,
  destinationAddress: "",
  reissuanceAddress: "",
};

/** The wizard's entries, kept for this tab: a reload or a wrong turn loses nothing. Nothing in them is secret. */
export function useIssueDraft(storageKey: string) {
  const [draft, setDraft] = useState<IssueDraft>(EMPTY_DRAFT);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    setDraft({ ...EMPTY_DRAFT, ...readKept(storageKey) });
    setLoaded(true);
  }, [storageKey]);
  const change = (part: Partial<IssueDraft>) =>
    setDraft((before) => {
      const after = { ...before, ...part };
      sessionStorage.setItem(storageKey, JSON.stringify(after));
      return after;
    });
  const startOver = () => {
    sessionStorage.removeItem(storageKey);
    setDraft(EMPTY_DRAFT);
  };
  return { draft, isLoaded, change, startOver };
}

function readKept(storageKey: string): Partial<IssueDraft> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? "{}");
  } catch {
    return {};
  }
}
