import { formatAmount } from "@/lib/format/amounts";
import { issueText } from "@/lib/messages/issue";

const ELEMENTS_DECIMALS = 8;

/** One amount as AMP, wallets and the node each show it: the precision only changes how it looks. */
export function AmountDisplays({
  sats,
  precision,
  ticker,
}: {
  sats: bigint | null;
  precision: number;
  ticker: string;
}) {
  const { supply } = issueText;
  const rows = [
    { label: supply.displayWallet, decimals: precision, unit: ticker },
    { label: supply.displayAmp, decimals: 0, unit: "" },
    { label: supply.displayNode, decimals: ELEMENTS_DECIMALS, unit: "" },
  ];
  return (
    <section aria-live="polite" className="rounded-lg border border-border bg-sunken px-4 py-3">
      <h3 className="mb-2 font-medium text-sm">{supply.displays}</h3>
      {sats === null ? (
        <p className="text-muted-foreground text-sm">{supply.displayNone}</p>
      ) : (
        <dl className="grid gap-1.5 text-sm">
          {rows.map((row) => (
            <div key={row.label} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <dt className="text-muted-foreground">{row.label}</dt>
              <dd className="font-medium [overflow-wrap:anywhere]">
                {formatAmount(sats, row.decimals)}
                {row.unit && <span className="ms-1 text-muted-foreground text-xs">{row.unit}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
