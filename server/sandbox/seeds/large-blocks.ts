import { nextBlock } from "../ledger/blocks";
import type { BlockRef } from "../ledger/port";
import { type LargeRows, rowOf } from "./large-rows";

const MINUTE_MS = 60_000;

/** Blocks one minute after the other, and which transactions are in which. */
export class LargeBlocks {
  #tip: BlockRef;
  #txids: string[] = [];

  constructor(
    private readonly rows: LargeRows,
    private readonly start: BlockRef,
  ) {
    this.#tip = start;
  }

  timeOf = (height: number): Date =>
    new Date(this.start.time.getTime() + (height - this.start.height) * MINUTE_MS);

  /** The lowest block that still takes transactions. */
  get open(): number {
    return this.#tip.height + 1;
  }

  /** Makes every block below `height`, so that the next transactions are in that one. */
  advance(height: number): void {
    while (this.#tip.height < height - 1) {
      this.#tip = nextBlock(this.#tip, this.#txids, this.timeOf(this.open));
      this.#txids = [];
      this.rows.add("blocks", rowOf(this.#tip.height, this.#tip.hash, this.#tip.time.toISOString()));
    }
  }

  /** @returns the transaction's place in the open block; place 0 is the coinbase's */
  put(txid: string): number {
    return this.#txids.push(txid);
  }
}
