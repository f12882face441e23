import { BlockTime } from "@/components/ui/block-time";
import type { BlacklistedPart as Part } from "@/lib/domain/utxos";
import { formatAmount } from "@/lib/format/amounts";
import { blacklistedText as text } from "@/lib/messages/blacklisted";

interface BlacklistedPartProps {
  /** null: no copy of the asset's outputs tells. */
  part: Part | null;
  asset: { precision: number; ticker: string | null };
}

/** Under a balance: what of it is blacklisted, and of when that is. */
export function BlacklistedPart({ part, asset: { precision, ticker } }: BlacklistedPartProps) {
  return (
    <p className="whitespace-normal text-muted-foreground text-xs">
      {part === null ? (
        text.notKnown
      ) : (
        <>
          {part.sats === 0n ? text.none : text.part(formatAmount(part.sats, precision, { ticker }))}{" "}
          <BlockTime at={part.asOf} />
        </>
      )}
    </p>
  );
}
