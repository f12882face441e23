import type { ReactNode } from "react";
import { Amount, Sats } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { SupplyPreview } from "@/lib/domain/supply";
import { formatAmount } from "@/lib/format/amounts";
import { commonText } from "@/lib/messages/common";
import { supplyText } from "@/lib/messages/supply";
import { dilutionOf } from "./dilution";

const { review: text } = supplyText;

/** The supply before and afterwards, and what it means for each holder. */
export function SupplyChange({ preview, actions }: { preview: SupplyPreview; actions: ReactNode }) {
  const { kind, asset, intent, supplyAfterSats, treasurySats, blacklistedSats } = preview;
  const words = supplyText.kinds[kind];
  const unit = { precision: asset.precision, ticker: asset.ticker };
  return (
    <Card>
      <CardHeader title={words.reviewTitle} actions={actions} />
      <CardBody className="grid gap-4">
        <dl className="grid gap-px overflow-hidden rounded-lg border border-border sm:grid-cols-2">
          <Figure
            label={text.before}
            value={formatAmount(intent.supplySats, unit.precision)}
            unit={unit.ticker}
          />
          <Figure
            label={text.after}
            // More than there is cannot be burned; the checks say so.
            value={supplyAfterSats < 0n ? commonText.none : formatAmount(supplyAfterSats, unit.precision)}
            unit={supplyAfterSats < 0n ? undefined : unit.ticker}
          />
        </dl>
        <KeyValues>
          <KeyValue term={words.adds}>
            <Amount sats={intent.totalSats} {...unit} className="font-medium" />
            <p className="text-muted-foreground text-xs">
              <Sats sats={intent.totalSats} />
            </p>
          </KeyValue>
          <KeyValue term={text.share}>{shareOf(preview)}</KeyValue>
          <KeyValue term={text.treasury}>
            {treasurySats === null ? text.treasuryUnknown : <Amount sats={treasurySats} {...unit} />}
          </KeyValue>
          {kind === "burn" && (
            <KeyValue term={text.blacklisted}>
              <Amount sats={blacklistedSats} {...unit} />
              <p className="text-muted-foreground text-xs">{text.blacklistedNote}</p>
            </KeyValue>
          )}
        </KeyValues>
      </CardBody>
    </Card>
  );
}

function shareOf({ intent, supplyAfterSats, holders }: SupplyPreview): string {
  if (holders === 0) return text.dilution.nobody;
  const dilution = dilutionOf(intent.supplySats, supplyAfterSats);
  if (dilution === null) return text.dilution.unchanged;
  return "share" in dilution ? text.dilution[dilution.way](dilution.share) : text.dilution[dilution.way];
}
