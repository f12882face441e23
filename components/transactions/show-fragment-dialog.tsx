"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { transactionsText } from "@/lib/messages/transactions";

const { blinders: text } = transactionsText;

/** What the fragment gives away, before it is shown: where no explorer is configured, as before the link to one. */
export const ShowFragmentDialog = ({ onShow, onClose }: { onShow: () => void; onClose: () => void }) => (
  <ConfirmDialog
    title={text.fragmentDialog}
    consequence={<p>{text.fragmentConsequence}</p>}
    confirmLabel={text.confirmFragment}
    onConfirm={async () => {
      onShow();
      return undefined;
    }}
    onClose={onClose}
  />
);
