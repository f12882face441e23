"use client";

import { askAction } from "@/components/data/get-json";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RevealedTransaction } from "@/lib/domain/transactions";
import { transactionsText } from "@/lib/messages/transactions";
import { notify } from "@/lib/notify";
import { revealBlindersAction } from "@/server/actions/transactions";

const { blinders: text } = transactionsText;

interface RevealDialogProps {
  assetUuid: string;
  txid: string;
  onRevealed: (revealed: RevealedTransaction) => void;
  onClose: () => void;
}

export function RevealDialog({ assetUuid, txid, onRevealed, onClose }: RevealDialogProps) {
  const onConfirm = async () => {
    const result = await askAction(() => revealBlindersAction({ assetUuid, txid }));
    if (result.ok) {
      onRevealed(result.data);
      notify({ tone: "ok", title: text.done });
    }
    return result;
  };
  return (
    <ConfirmDialog
      title={text.dialog}
      consequence={<p>{text.consequence}</p>}
      confirmLabel={text.reveal}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
