import { cn } from "@/lib/cn";
import { formatAmount } from "@/lib/format/amounts";
import { commonText } from "@/lib/messages/common";

interface AmountProps {
  sats: bigint;
  /** The asset's registry precision; 8 for L-BTC. */
  precision: number;
  ticker?: string | null | undefined;
  /** Writes "+" before an increase and colours neither: a burn is not an error. */
  signed?: boolean;
  className?: string;
}

/** An amount in the displayed unit. Without a ticker the column's head says the unit. */
export function Amount({ sats, precision, ticker, signed, className }: AmountProps) {
  return (
    <span className={cn("whitespace-nowrap", className)}>
      <data value={sats.toString()}>{formatAmount(sats, precision, signed ? { signed } : {})}</data>
      {ticker && <span className="ms-1 text-muted-foreground text-xs">{ticker}</span>}
    </span>
  );
}

/** The same amount as AMP counts it. Reissuance tokens are always counted so. */
export const Sats = ({ sats, className }: { sats: bigint; className?: string }) => (
  <Amount sats={sats} precision={0} ticker={commonText.sats} {...(className ? { className } : {})} />
);
