import type { CampaignCoin } from "@/lib/domain/auto-invest";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { formatAmount, formatSats } from "./amounts";

/** @param amount in the coin's smallest units; where nobody knows the coin, it is shown as such */
export const coinAmount = (amount: bigint, coin: CampaignCoin | null): string =>
  coin ? formatAmount(amount, coin.decimals, { ticker: coin.symbol }) : text.smallest(formatSats(amount));
