"use client";

import { ReasonDialog } from "@/components/data/reason-dialog";
import { requestsText } from "@/lib/messages/requests";
import { declineRequestAction } from "@/server/actions/requests";

const { decline: text } = requestsText;

interface DeclineDialogProps {
  requestId: string;
  /** An approval had begun, and something of it may stand at AMP. */
  isStopped: boolean;
  onClose: () => void;
}

export const DeclineDialog = ({ requestId, isStopped, onClose }: DeclineDialogProps) => (
  <ReasonDialog
    title={text.title}
    description={isStopped ? text.textStopped : text.text}
    text={text}
    action={({ reason }) => declineRequestAction({ requestId, reason })}
    onClose={onClose}
  />
);
