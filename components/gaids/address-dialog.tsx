"use client";

import { askAction } from "@/components/data/get-json";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { gaidsText } from "@/lib/messages/gaids";
import { notify } from "@/lib/notify";
import { takeGaidAddressAction } from "@/server/actions/gaids";

const { address: text } = gaidsText;

interface AddressDialogProps {
  gaid: string;
  onTaken: (address: string) => void;
  onClose: () => void;
}

export function AddressDialog({ gaid, onTaken, onClose }: AddressDialogProps) {
  const onConfirm = async () => {
    const result = await askAction(() => takeGaidAddressAction({ gaid }));
    if (result.ok) {
      onTaken(result.data.address);
      notify({ tone: "ok", title: text.done });
    }
    return result;
  };
  return (
    <ConfirmDialog
      title={text.dialog}
      consequence={<p>{text.consequence}</p>}
      confirmLabel={text.confirm}
      tone="primary"
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
