"use client";

import { useState } from "react";
import { useSubmit } from "@/components/data/use-submit";
import { doubtful, type IssueDoubt } from "@/lib/domain/issue-draft";
import { issueAssetAction } from "@/server/actions/assets";
import type { KeptDraft } from "./kept-draft";

/** Issues the draft; where there is a doubt about it, only after a second word on each. */
export function useIssue(onIssued: (assetUuid: string) => void) {
  const [doubt, setDoubt] = useState<IssueDoubt | null>(null);
  const [isAccepted, setAccepted] = useState(false);
  /** Second words on earlier doubts. */
  const [answered, setAnswered] = useState<string[]>([]);
  const { submit, isPending, isDone, error, reset } = useSubmit(issueAssetAction, (answer) => {
    setDoubt(answer.doubt);
    setAccepted(false);
    if (answer.doubt === null) onIssued(answer.assetUuid);
  });
  /** What was answered, and accepted, was about other entries. */
  const forget = () => {
    if (isPending) return;
    reset();
    setDoubt(null);
    setAccepted(false);
    setAnswered([]);
  };
  const issue = (kept: KeptDraft) => {
    const accepted = [...answered, ...(isAccepted && doubt ? doubtful(doubt) : [])];
    setAnswered(accepted);
    submit({ ...kept, accepted });
  };
  return {
    issue,
    isBusy: isPending || (isDone && doubt === null),
    error,
    doubt,
    isAccepted,
    accept: setAccepted,
    forget,
  };
}

export type Issue = ReturnType<typeof useIssue>;
