import { parseUnits as toUnits } from "viem";
import { autoInvestText as text } from "@/lib/messages/invest-pages";

/** What was typed in smallest units, or what is wrong with it. @param decimals of the coin */
export function parseUnits(typed: string, decimals: number): bigint | string {
  const [all, , fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(typed.trim()) ?? [];
  if (all === undefined) return text.amountWrong;
  if (fraction.length > decimals) return text.decimals(decimals);
  const units = toUnits(all, decimals);
  return units > 0n ? units : text.amountWrong;
}
