"use client";

import { useState } from "react";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import { shortenMiddle } from "@/lib/format/ids";
import { usersText } from "@/lib/messages/users";
import { setDefaultGaidAction } from "@/server/actions/users";

const { defaults: text } = usersText;

export interface DefaultGaidProps {
  userId: number;
  userName: string;
  gaid: string;
  /** Not distributed yet: they follow the default. */
  openAssignments: number;
  /** Distributions under way that have still to order for the user: they stop. */
  distributions: number;
  /** There may be more of them, of assets that this person is not shown. */
  isPartial: boolean;
}

/** Open assignments go to whatever wallet is the default when they are sent, so a person says which one is meant. */
export function DefaultGaidDialog({
  userId,
  userName,
  gaid,
  openAssignments,
  distributions,
  isPartial,
  onClose,
}: DefaultGaidProps & { onClose: () => void }) {
  const stops = distributions > 0;
  const isAsked = isPartial || openAssignments > 0;
  const [wallet, setWallet] = useState<"new" | "old" | null>(isAsked ? null : "new");
  const onConfirm = useConfirmed(
    () =>
      setDefaultGaidAction({
        ...{ userId, gaid, openAssignments },
        isUnseenConfirmed: isPartial,
        isStopConfirmed: stops,
      }),
    text.done,
  );
  const waiting = openAssignments > 0 ? text.pending(openAssignments) : text.noPending;
  return (
    <ConfirmDialog
      title={text.title}
      tone="primary"
      consequence={
        <div className="grid gap-2">
          <p>{text.text(shortenMiddle(gaid, 6))}</p>
          <p>{isPartial ? text.unseen(openAssignments) : waiting}</p>
          {stops && <p>{text.stops(distributions)}</p>}
        </div>
      }
      confirmLabel={text.confirm}
      isReady={wallet === "new"}
      {...(stops ? { typeToConfirm: userName } : {})}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {isAsked && (
        <RadioGroup legend={text.which}>
          <RadioCard
            name="wallet"
            checked={wallet === "new"}
            onChange={() => setWallet("new")}
            title={text.toNew}
            description={text.toNewText}
          />
          <RadioCard
            name="wallet"
            checked={wallet === "old"}
            onChange={() => setWallet("old")}
            title={text.toOld}
            description={text.toOldText}
          />
        </RadioGroup>
      )}
    </ConfirmDialog>
  );
}
