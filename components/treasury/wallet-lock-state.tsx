"use client";

import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import type { NodeState } from "@/lib/domain/treasury";
import { formatUtc } from "@/lib/format/times";
import { treasuryText } from "@/lib/messages/treasury";
import { notify } from "@/lib/notify";
import { lockTreasuryWalletAction } from "@/server/actions/wallet-lock";

const { walletLock: text, walletStates } = treasuryText;

/** Whether the wallet can sign and until when, and a way to lock it before that. */
export function WalletLockState({ node }: { node: NodeState }) {
  const { isEncrypted, unlockedUntil } = node.lock;
  const { submit, isPending, error } = useSubmit(lockTreasuryWalletAction, () =>
    notify({ tone: "ok", title: text.locked }),
  );
  return (
    <span className="grid gap-1">
      <Status wraps tone={node.isLocked ? "blocked" : "ok"}>
        {node.isLocked ? walletStates.locked : isEncrypted ? walletStates.unlocked : text.notProtected}
      </Status>
      {!node.isLocked && unlockedUntil && (
        <span className="flex flex-wrap items-center gap-2 text-muted-foreground text-xs">
          {text.until} {formatUtc(unlockedUntil)}
          <Button size="sm" loading={isPending} onClick={() => submit({})}>
            {text.lock}
          </Button>
        </span>
      )}
      <FormAlert error={error} />
    </span>
  );
}
