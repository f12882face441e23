import { idToBytes } from "../ledger/bytes";
import { explicitAsset } from "../ledger/fields";
import { NO_BLINDER, type OutpointRef } from "../ledger/port";
import { feeForWeight, transactionWeight } from "../ledger/weight";
import type { LargeBlocks } from "./large-blocks";
import type { Holder } from "./large-people";
import { amountOf } from "./large-plan";
import { cellsOf, type LargeRows, type OutputPlace, rowOf } from "./large-rows";
import { type Lock, type PlainSigner, writeTransaction } from "./large-transaction";

/** Where change goes. */
export interface Place {
  owner: string;
  /** null for a node wallet or a service. */
  gaid: string | null;
  script: Buffer;
  scriptHex: string;
  address: string;
  lock: Lock;
}

interface Coin extends OutpointRef {
  hash: Buffer;
  amountSats: bigint;
  /** Its rows without what spends it; absent when it is stored already. */
  chainRow?: string;
  bookRow?: string;
}

/** A coin that was stored before, and what spends it. */
export interface Spend extends OutpointRef {
  byTxid: string;
  byVin: number;
  height: number;
}

/** One asset's coin (or the L-BTC for fees) that each transaction spends and each gives change of. */
export class Purse {
  #coin: Coin;
  readonly field: Buffer;

  constructor(
    readonly assetId: string,
    readonly place: Place,
    coin: OutpointRef & { amountSats: bigint },
  ) {
    this.#coin = { ...coin, hash: idToBytes(coin.txid) };
    this.field = explicitAsset(assetId);
  }

  get coin(): Readonly<Coin> {
    return this.#coin;
  }

  /** Spends the coin and holds its change. @returns the coin when it was stored before */
  turn(rows: LargeRows, spend: { txid: string; vin: number; height: number }, change: Coin): Spend | null {
    const { txid, vout, chainRow, bookRow } = this.#coin;
    const { txid: byTxid, vin: byVin, height } = spend;
    this.#coin = change;
    if (chainRow) rows.add("outputs", `${chainRow}\t${rowOf(byTxid, byVin)}`);
    if (bookRow) rows.add("amp_outputs", `${bookRow}\t${rowOf(byTxid, byVin, height)}`);
    return chainRow ? null : { txid, vout, byTxid, byVin, height };
  }

  /** Writes the last change, which nothing has spent. */
  end(rows: LargeRows): void {
    const { chainRow, bookRow } = this.#coin;
    if (chainRow) rows.add("outputs", `${chainRow}\t${rowOf(null, null)}`);
    if (bookRow) rows.add("amp_outputs", `${bookRow}\t${rowOf(null, null, null)}`);
  }
}

export interface Line {
  /** Its place among the assets. */
  index: number;
  assetUuid: string;
  kind: "distribution" | "transfer";
  asset: Purse;
  fees: Purse;
}

/** Writes transactions that pay many holders, on the chain and in AMP's books. */
export class LargeChain {
  /** Coins stored before the first of them. */
  readonly spends: Spend[] = [];
  readonly #fees = new Map<string, bigint>();

  constructor(
    private readonly rows: LargeRows,
    private readonly blocks: LargeBlocks,
    private readonly signer: PlainSigner,
  ) {}

  pay({ index, assetUuid, kind, asset, fees }: Line, holders: Holder[], height: number) {
    const { rows, blocks } = this;
    blocks.advance(height);
    const payments = holders.map(({ gaid, script, cells, place }) => ({
      ...{ gaid, script, cells, amountSats: amountOf(place, index) },
    }));
    const paid = payments.reduce((sum, { amountSats }) => sum + amountSats, 0n);
    const feeSats = this.#feeOf(asset, fees, holders);
    const [assetLeft, feesLeft] = [asset.coin.amountSats - paid, fees.coin.amountSats - feeSats];
    const { hash, txid, wtxid, hex } = writeTransaction(
      this.signer,
      [inputOf(asset), inputOf(fees)],
      [
        ...payments.map(({ script, amountSats }) => ({ asset: asset.field, amountSats, script })),
        { asset: asset.field, amountSats: assetLeft, script: asset.place.script },
        { asset: fees.field, amountSats: feesLeft, script: fees.place.script },
        { asset: fees.field, amountSats: feeSats, script: Buffer.alloc(0) },
      ],
    );
    const time = blocks.timeOf(height).toISOString();
    rows.add("transactions", rowOf(txid, wtxid, hex, height, blocks.put(txid), time, feeSats));
    for (const [vin, { coin }] of [asset, fees].entries())
      rows.add("inputs", rowOf(txid, vin, coin.txid, coin.vout));
    rows.add("amp_transactions", rowOf(assetUuid, txid, kind, time, height, time));
    const output = (vout: number, place: OutputPlace, purse: Purse, sats: bigint) =>
      `${txid}\t${vout}\t${cellsOf(place)}${purse.assetId}\t${sats}\t${BLINDERS}`;
    const tracked = (vout: number, sats: bigint, gaid: string | null, activity: string | null) =>
      `${txid}\t${vout}\t${assetUuid}\t${sats}\t${gaid ?? "\\N"}\t${BLINDERS}\t${activity ?? "\\N"}\t${height}`;
    let [made, booked] = ["", ""];
    for (const [vout, holder] of payments.entries()) {
      made += `${txid}\t${vout}\t${holder.cells}${asset.assetId}\t${holder.amountSats}\t${UNSPENT}`;
      booked += `${tracked(vout, holder.amountSats, holder.gaid, kind)}\t\\N\t\\N\t\\N\n`;
    }
    rows.add("outputs", made);
    rows.add("amp_outputs", booked);
    const [assetVout, feesVout, feeVout] = [0, 1, 2].map((more) => payments.length + more) as [
      number,
      number,
      number,
    ];
    this.#turn(
      asset,
      { txid, vin: 0, height },
      {
        ...{ txid, hash, vout: assetVout, amountSats: assetLeft },
        chainRow: output(assetVout, asset.place, asset, assetLeft),
        bookRow: tracked(assetVout, assetLeft, asset.place.gaid, null),
      },
    );
    this.#turn(
      fees,
      { txid, vin: 1, height },
      {
        ...{ txid, hash, vout: feesVout, amountSats: feesLeft },
        chainRow: output(feesVout, fees.place, fees, feesLeft),
      },
    );
    rows.add("outputs", `${txid}\t${feeVout}\t\t\\N\t\\N\tfee\t${fees.assetId}\t${feeSats}\t${UNSPENT}`);
    return { txid, time };
  }

  #turn(purse: Purse, spend: { txid: string; vin: number; height: number }, change: Coin): void {
    const before = purse.turn(this.rows, spend, change);
    if (before) this.spends.push(before);
  }

  /** What a node would pay by default; the same for transactions of the same size. */
  #feeOf(asset: Purse, fees: Purse, holders: Holder[]): bigint {
    const key = `${asset.place.scriptHex} ${holders.length}`;
    const known = this.#fees.get(key);
    if (known !== undefined) return known;
    const spent = [asset.place, fees.place];
    const made = [...holders, ...spent, { scriptHex: "" }].map(({ scriptHex }) => ({
      scriptHex,
      blindingKey: null,
    }));
    const feeSats = feeForWeight(transactionWeight(spent, made));
    this.#fees.set(key, feeSats);
    return feeSats;
  }
}

const BLINDERS = `${NO_BLINDER}\t${NO_BLINDER}`;
const UNSPENT = `${BLINDERS}\t\\N\t\\N\n`;

const inputOf = ({ coin: { hash, vout, amountSats }, place: { lock } }: Purse) => ({
  ...{ txid: hash, vout, amountSats, lock },
});
