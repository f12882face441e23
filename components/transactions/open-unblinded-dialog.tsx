"use client";

import { buttonVariants } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { commonText } from "@/lib/messages/common";
import { transactionsText } from "@/lib/messages/transactions";

const { blinders: text } = transactionsText;

/** What opening the link gives away, before the link itself. */
export function OpenUnblindedDialog({ url, onClose }: { url: string; onClose: () => void }) {
  return (
    <Dialog
      title={text.openDialog}
      onClose={onClose}
      footer={
        <>
          <DialogClose data-autofocus>{commonText.actions.cancel}</DialogClose>
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonVariants({ variant: "danger" })}
            onClick={(event) => event.currentTarget.closest("dialog")?.close()}
          >
            {text.openLink}
          </a>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{text.openConsequence}</p>
        <CopyId value={url} label={text.link} ends={20} />
      </div>
    </Dialog>
  );
}
