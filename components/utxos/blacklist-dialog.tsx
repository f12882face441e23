"use client";

import { useState } from "react";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { sumOf, type UtxoRow, type UtxosView } from "@/lib/domain/utxos";
import { formatAmount } from "@/lib/format/amounts";
import { utxosText } from "@/lib/messages/utxos";
import { randomId } from "@/lib/random-id";
import { setBlacklistedAction } from "@/server/actions/utxos";
import { BlacklistImpact } from "./blacklist-impact";

interface BlacklistDialogProps {
  assetUuid: string;
  asset: UtxosView["asset"];
  /** All of them in the other state. */
  rows: UtxoRow[];
  isBlacklisted: boolean;
  onDone: () => void;
  onClose: () => void;
}

/** Says whose outputs these are and what becomes of them; the ticker, or the name of an asset without one, is typed. */
export function BlacklistDialog({ assetUuid, asset, rows: now, isBlacklisted, ...on }: BlacklistDialogProps) {
  // The list behind may be read again meanwhile: what a person reads here is what is sent.
  const [rows] = useState(now);
  const [intentId] = useState(randomId);
  const text = isBlacklisted ? utxosText.blacklist : utxosText.whitelist;
  const amount = (sats: bigint) => formatAmount(sats, asset.precision, { ticker: asset.ticker });
  const outputs = rows.map(({ txid, vout }) => ({ txid, vout }));
  const confirm = useConfirmed(
    () => setBlacklistedAction({ intentId, assetUuid, outputs, isBlacklisted }),
    ({ changed, already }) => ({
      title: text.done(changed.count, amount(changed.amountSats)),
      ...(already > 0 ? { description: utxosText.already(already) } : {}),
    }),
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (result.ok) on.onDone();
    return result;
  };
  return (
    <ConfirmDialog
      title={text.title(rows.length)}
      consequence={
        <div className="grid gap-3">
          <p className="font-medium">{text.amount(amount(sumOf(rows).amountSats))}</p>
          <BlacklistImpact assetUuid={assetUuid} asset={asset} rows={rows} isBlacklisted={isBlacklisted} />
          <ul className="grid list-disc gap-1.5 ps-5">
            {text.consequences.map((consequence) => (
              <li key={consequence}>{consequence}</li>
            ))}
          </ul>
        </div>
      }
      confirmLabel={text.confirm}
      typeToConfirm={asset.ticker ?? asset.name}
      onConfirm={onConfirm}
      onClose={on.onClose}
    />
  );
}
