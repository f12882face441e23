import type { ListPage } from "@/lib/contracts/list";

/** One movement without its blinders: those leave the server only on demand. */
export interface ActivityRow {
  type: string;
  datetime: Date;
  txid: string;
  vout: number;
  blockheight: number;
  registeredUser: number | null;
  userName: string | null;
  gaid: string | null;
  /** Sats; below zero for what left the supply. */
  amountSats: bigint;
}

export interface ActivityView {
  asset: { ticker: string | null; precision: number };
  page: ListPage<ActivityRow>;
}

/** AMP counts every movement upwards; a burn takes away. */
export const signedAmount = (type: string, amount: bigint): bigint => (type === "burn" ? -amount : amount);

export type HeightProblem = "not-a-height" | "from-above-to";

/** @returns the height, undefined when none was typed, null when it is none */
export function readHeight(text: string | undefined): number | undefined | null {
  if (!text) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** What is wrong with a range of block heights, both ends included; null when nothing is. */
export function heightProblem({ from, to }: { from?: string; to?: string }): HeightProblem | null {
  const [first, last] = [readHeight(from), readHeight(to)];
  if (first === null || last === null) return "not-a-height";
  return first !== undefined && last !== undefined && first > last ? "from-above-to" : null;
}
