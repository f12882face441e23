/** What a distribution will take, before anything is asked of AMP. */

export interface Forecast {
  transactions: number;
  recipients: number;
  /** Two confirmations per transaction, and the block that is being waited for when it begins. */
  blocks: number;
  /** Liquid makes a block a minute. */
  minutes: number;
  /** In sats of L-BTC, all transactions together. */
  feeSats: bigint;
}

/**
 * Weight of a `sendmany` to n confidential recipients, never below what a real node measured for 3, 10, 40, 60 and 70
 * (fixtures sign-then-broadcast.json, recipients-per-transaction.json): two inputs, change and fee, then each recipient.
 */
const BASE_WEIGHT = 10_300n;
const RECIPIENT_WEIGHT = 4_770n;
/** Liquid's usual rate of 0.1 sat/vB, as sats per weight unit: one vB is four of them. */
const WEIGHT_PER_SAT = 40n;
const BLOCKS_PER_TRANSACTION = 2;

/** @param batches the number of recipients of each transaction */
export function forecastOf(batches: number[]): Forecast {
  const blocks = batches.length === 0 ? 0 : batches.length * BLOCKS_PER_TRANSACTION + 1;
  return {
    transactions: batches.length,
    recipients: batches.reduce((sum, count) => sum + count, 0),
    blocks,
    minutes: blocks,
    feeSats: batches.reduce((sum, count) => sum + feeOf(count), 0n),
  };
}

/** The fee of one transaction, rounded up to a whole sat. */
const feeOf = (recipients: number): bigint =>
  (BASE_WEIGHT + BigInt(recipients) * RECIPIENT_WEIGHT + WEIGHT_PER_SAT - 1n) / WEIGHT_PER_SAT;
