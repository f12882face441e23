"use client";

import { useState } from "react";
import { useSubmit } from "@/components/data/use-submit";
import type { AddressDoubt } from "@/lib/domain/issue-draft";
import { issueAssetAction } from "@/server/actions/assets";
import type { KeptDraft } from "./kept-draft";

/** Issues the draft; where the node does not vouch for its addresses, only after a second word. */
export function useIssue(onIssued: (assetUuid: string) => void) {
  const [doubt, setDoubt] = useState<AddressDoubt | null>(null);
  const [isAccepted, setAccepted] = useState(false);
  const { submit, isPending, isDone, error, reset } = useSubmit(issueAssetAction, (answer) => {
    setDoubt(answer.doubt);
    if (answer.doubt === null) onIssued(answer.assetUuid);
  });
  /** What was answered, and accepted, was about other entries. */
  const forget = () => {
    if (isPending) return;
    reset();
    setDoubt(null);
    setAccepted(false);
  };
  return {
    issue: (kept: KeptDraft) => submit({ ...kept, accepted: isAccepted && doubt ? doubt.addresses : [] }),
    isBusy: isPending || (isDone && doubt === null),
    error,
    doubt,
    isAccepted,
    accept: setAccepted,
    forget,
  };
}

export type Issue = ReturnType<typeof useIssue>;
