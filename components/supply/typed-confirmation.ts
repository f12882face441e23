import type { SupplyIntent } from "@/lib/domain/intent";
import type { SupplyKind } from "@/lib/domain/supply";
import { formatAmount, parseAmountInput } from "@/lib/format/amounts";

type Confirmed = Pick<SupplyIntent, "assetName" | "ticker" | "precision" | "totalSats">;

/** What a person types before the last click: the amount of a reissuance, the ticker (or name) of what is burned. */
export const wordsToType = (kind: SupplyKind, intent: Confirmed): string =>
  kind === "reissuance"
    ? formatAmount(intent.totalSats, intent.precision)
    : (intent.ticker ?? intent.assetName);

/** Whether it was typed. An amount counts however it is grouped; a name only as it is written. */
export const isTyped = (kind: SupplyKind, intent: Confirmed, typed: string): boolean =>
  kind === "reissuance"
    ? parseAmountInput(typed, intent.precision).sats === intent.totalSats
    : typed.trim() === wordsToType(kind, intent);
