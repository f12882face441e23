"use client";

import { ReasonDialog } from "@/components/data/reason-dialog";
import type { WatchAlert } from "@/lib/domain/watch";
import { watchText } from "@/lib/messages/watch";
import { acknowledgeAlertAction } from "@/server/actions/watch";

const { acknowledge: text, kinds } = watchText;

export const AcknowledgeDialog = ({ alert, onClose }: { alert: WatchAlert; onClose: () => void }) => (
  <ReasonDialog
    title={text.title(kinds[alert.kind].title)}
    description={text.consequence}
    text={text}
    action={({ reason }) => acknowledgeAlertAction({ alertId: alert.id, reason })}
    onClose={onClose}
  />
);
