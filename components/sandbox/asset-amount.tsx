"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { AmountInput } from "@/components/ui/amount-input";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { AssetChoice, Holding } from "@/lib/domain/sandbox";
import { formatAmount } from "@/lib/format/amounts";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";

const { send: text } = sandboxWalletsText;

interface AssetAmountProps {
  assets: AssetChoice[];
  holdings?: Holding[];
  fields: Record<string, string[]>;
}

/** Fields `assetUuid` and `amount`, typed in the asset's unit, and `precision`, which says what that unit was. */
export function AssetAmount({ assets, holdings = [], fields }: AssetAmountProps) {
  const [assetUuid, setAssetUuid] = useState(assets[0]?.assetUuid ?? "");
  const asset = assets.find((one) => one.assetUuid === assetUuid);
  if (assets.length === 0) return <Alert tone="waiting" title={text.noAssets} />;
  return (
    <>
      <Field label={text.asset} error={fields.assetUuid}>
        <Select
          name="assetUuid"
          value={assetUuid}
          onChange={(event) => setAssetUuid(event.target.value)}
          options={assets.map((one) => ({ value: one.assetUuid, label: labelOf(one, holdings) }))}
        />
      </Field>
      <input type="hidden" name="precision" value={asset?.precision ?? 0} />
      <Field label={text.amount} error={fields.amount}>
        <AmountInput name="amount" precision={asset?.precision ?? 0} ticker={asset?.ticker} />
      </Field>
    </>
  );
}

function labelOf(asset: AssetChoice, holdings: Holding[]): string {
  const held = holdings.find(({ assetUuid }) => assetUuid === asset.assetUuid);
  return held
    ? text.holds(asset.name, formatAmount(held.amountSats, asset.precision, { ticker: asset.ticker }))
    : asset.name;
}
