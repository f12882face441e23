import { sql } from "drizzle-orm";
import { isAnyOf } from "../../db/any-of";
import { outputs, transactions } from "../../db/ledger-tables";
import type { LedgerTransaction, OutpointRef } from "../../ledger/port";
import type { Unit } from "../../world";
import type { AssetRow } from "../asset-store";

/**
 * The rules of the books once more, as plainly as they can be said and without a line of AMP's code: what is held, by
 * whom and since when, and what is lost. It reads of the chain only which transaction is where and who spends what.
 */

export interface Managed extends OutpointRef {
  amountSats: bigint;
  isToken: boolean;
  gaid: string | null;
  /** Booked transaction that spends it. */
  spentIn: string | null;
}

export interface Order {
  kind: "distribution" | "burn" | "reissuance";
  amountSats: bigint;
  isOpen: boolean;
  /** Of a distribution: its uuid, and what it asked for by confidential address. */
  uuid?: string;
  payments?: Record<string, bigint>;
  assignmentIds?: number[];
  /** The transaction that confirmed it. */
  txid?: string;
}

/** A transaction of the issuer's node and what it was made for. */
export interface Sent {
  txid: string;
  kind: Order["kind"] | "outside";
  amountSats: bigint;
  /** Of a distribution: the order it pays. */
  order?: Order;
}

interface Booked {
  kind: "issuance" | "distribution" | "burn" | "reissuance" | "transfer";
  /** Added to the supply, negative for a burn. */
  supplySats: bigint;
}

interface Places {
  tip: number;
  /** Height by txid; null in the mempool. */
  heights: Map<string, number | null>;
  lostRace: Set<string>;
  sequence: Map<string, number>;
  /** Spender by outpoint. */
  spenders: Map<string, string>;
}

export const keyOf = ({ txid, vout }: OutpointRef) => `${txid}:${vout}`;
const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((total, amount) => total + amount, 0n);

export class AssetModel {
  readonly managed = new Map<string, Managed>();
  readonly booked = new Map<string, Booked>();
  readonly orders: Order[] = [];
  readonly sent: Sent[] = [];
  readonly blacklist = new Set<string>();
  readonly assignments: { id: number; amountSats: bigint; isDistributed: boolean; order: Order | null }[] =
    [];

  /** What transactions spend never changes. */
  private readonly inputs = new Map<string, string[]>();

  constructor(readonly asset: AssetRow) {}

  /** Takes a transaction into the books. @param ownerOf the GAID of an output, null for the treasury */
  book(
    tx: LedgerTransaction,
    kind: Booked["kind"],
    supplySats: bigint,
    ownerOf: (scriptHex: string) => string | null,
  ): void {
    this.booked.set(tx.txid, { kind, supplySats });
    for (const { prevout } of tx.inputs) {
      const spent = this.managed.get(keyOf(prevout));
      if (spent) spent.spentIn = tx.txid;
    }
    for (const { txid, vout, assetId, amountSats, scriptHex, kind: form } of tx.outputs) {
      const isToken = assetId === this.asset.tokenId;
      if (form !== "payment" || (assetId !== this.asset.assetId && !isToken)) continue;
      const gaid = ownerOf(scriptHex);
      this.managed.set(keyOf({ txid, vout }), { txid, vout, amountSats, isToken, gaid, spentIn: null });
    }
  }

  /** Asked for again before anything carried it out, an order of the node is still the same one. */
  async orderFromNode(unit: Unit, kind: "burn" | "reissuance", amountSats: bigint): Promise<void> {
    const carriedOut = new Set((await this.look(unit)).pending.values());
    const isSame = (order: Order) => order.isOpen && order.kind === kind && order.amountSats === amountSats;
    if (!this.orders.some((order) => isSame(order) && !carriedOut.has(order)))
      this.orders.push({ kind, amountSats, isOpen: true });
  }

  async look({ db, ledger }: Unit): Promise<View> {
    const managed = [...this.managed.values()];
    const found = await db
      .select({ txid: outputs.txid, vout: outputs.vout, spender: outputs.spentByTxid })
      .from(outputs)
      .where(isAnyOf(outputs.txid, [...new Set(managed.map(({ txid }) => txid))]));
    const spenders = new Map(
      found.flatMap((row) =>
        row.spender && this.managed.has(keyOf(row)) ? [[keyOf(row), row.spender]] : [],
      ),
    );
    const txids = new Set([...this.booked.keys(), ...spenders.values()]);
    const { height: tip } = await ledger.tip();
    const rows = await db
      .select({
        txid: transactions.txid,
        sequence: transactions.sequence,
        height: sql<number | null>`coalesce(${transactions.blockHeight}, ${transactions.conflictedHeight})`,
        conflicted: transactions.conflictedHeight,
      })
      .from(transactions)
      .where(isAnyOf(transactions.txid, [...txids]));
    const spent = await this.inputsOf(
      { ledger },
      [...new Set(spenders.values())].filter((txid) => !this.booked.has(txid)),
    );
    return new View(this, spent, {
      tip,
      spenders,
      heights: new Map(
        rows.map((row) => [row.txid, row.height !== null && row.height <= tip ? row.height : null]),
      ),
      lostRace: new Set(rows.flatMap((row) => (row.conflicted === null ? [] : [row.txid]))),
      sequence: new Map(rows.map((row) => [row.txid, row.sequence])),
    });
  }

  /** What transactions spend of the asset and its token. */
  private async inputsOf({ ledger }: Pick<Unit, "ledger">, txids: string[]) {
    const inputs = new Map<string, string[]>();
    for (const txid of txids) {
      const known = this.inputs.get(txid) ?? (await this.readInputs({ ledger }, txid));
      this.inputs.set(txid, known);
      inputs.set(txid, known);
    }
    return inputs;
  }

  private async readInputs({ ledger }: Pick<Unit, "ledger">, txid: string): Promise<string[]> {
    const tx = await ledger.transaction(txid);
    const own = tx?.inputs.filter(({ prevout: { assetId } }) => this.concerns(assetId)) ?? [];
    return own.map(({ prevout }) => keyOf(prevout));
  }

  private concerns(assetId: string): boolean {
    return assetId === this.asset.assetId || assetId === this.asset.tokenId;
  }

  /** Whether everything that it spends of the asset is the treasury's and unspent in the books. */
  async spendsTreasury({ ledger }: Unit, txid: string): Promise<boolean> {
    const inputs = (await this.inputsOf({ ledger }, [txid])).get(txid) ?? [];
    return inputs.length > 0 && inputs.every((key) => this.isTreasury(key));
  }

  isTreasury(key: string): boolean {
    const output = this.managed.get(key);
    return output !== undefined && output.gaid === null && output.spentIn === null;
  }
}

/** The model over the chain as it is at one moment. */
export class View {
  /** Height at which a managed output was lost, null for one in the mempool; absent when it is not. */
  readonly lost = new Map<string, number | null>();
  /** The open order that each transaction outside the books has carried out. */
  readonly pending: ReadonlyMap<string, Order>;

  constructor(
    private readonly model: AssetModel,
    private readonly inputs: Map<string, string[]>,
    private readonly places: Places,
  ) {
    this.pending = this.explained();
    for (const [key, output] of model.managed) {
      if (output.spentIn !== null) continue;
      const spender = places.spenders.get(key);
      if (places.lostRace.has(output.txid)) this.lost.set(key, this.heightOf(output.txid));
      else if (output.gaid === null && spender && !this.pending.has(spender))
        this.lost.set(key, this.heightOf(spender));
    }
  }

  get tip(): number {
    return this.places.tip;
  }

  heightOf(txid: string): number | null {
    return this.places.heights.get(txid) ?? null;
  }

  /** Transactions that open orders asked for: the earlier one first, each takes one order. */
  private explained(): Map<string, Order> {
    const { sequence } = this.places;
    const open = this.model.orders.filter((order) => order.isOpen);
    const candidates = [...this.inputs.keys()].sort(
      (a, b) => (sequence.get(a) ?? 0) - (sequence.get(b) ?? 0),
    );
    const pending = new Map<string, Order>();
    for (const txid of candidates) {
      const sent = this.model.sent.find((known) => known.txid === txid);
      if (!sent || !this.inputs.get(txid)?.every((key) => this.model.isTreasury(key))) continue;
      const index = open.findIndex((order) => isMadeFor(sent, order));
      const [order] = index < 0 ? [] : open.splice(index, 1);
      if (order) pending.set(txid, order);
    }
    return pending;
  }

  /** Sats by GAID ("" for the treasury) at the end of a block, or now with everything that waits. */
  owners(height: number | null, confirmedBy = Number.POSITIVE_INFINITY): Map<string, bigint> {
    const owners = new Map<string, bigint>();
    for (const output of this.held(height)) {
      const from = this.heightOf(output.txid);
      if (confirmedBy !== Number.POSITIVE_INFINITY && (from === null || from > confirmedBy)) continue;
      const name = output.gaid ?? "";
      owners.set(name, (owners.get(name) ?? 0n) + output.amountSats);
    }
    return owners;
  }

  /** Sats by GAID as two confirmations tell them, of what came and of what went; what is lost counts no more at once. */
  confirmed(): Map<string, bigint> {
    const owners = new Map<string, bigint>();
    for (const output of this.held(this.tip - 1)) {
      if (this.lost.has(keyOf(output))) continue;
      const name = output.gaid ?? "";
      owners.set(name, (owners.get(name) ?? 0n) + output.amountSats);
    }
    return owners;
  }

  held(height: number | null, isToken = false): Managed[] {
    return [...this.model.managed.values()].filter((output) => {
      if (output.isToken !== isToken) return false;
      const lostAt = this.lost.get(keyOf(output));
      if (height === null) return output.spentIn === null && lostAt === undefined;
      const isMade = isBy(this.heightOf(output.txid), height);
      const isSpent = output.spentIn !== null && isBy(this.heightOf(output.spentIn), height);
      return isMade && !isSpent && !(lostAt !== undefined && isBy(lostAt, height));
    });
  }

  lostSats(height: number | null): bigint {
    return sum(
      [...this.lost].flatMap(([key, at]) => {
        const output = this.model.managed.get(key);
        const counts = output && !output.isToken && (height === null || isBy(at, height));
        return counts ? [output.amountSats] : [];
      }),
    );
  }

  /** issued + reissued − burned, as of a block or now. */
  supplySats(height: number | null): bigint {
    return sum(
      [...this.model.booked].flatMap(([txid, { supplySats }]) =>
        height === null || isBy(this.heightOf(txid), height) ? [supplySats] : [],
      ),
    );
  }

  freeSats(): bigint {
    const treasury = this.owners(null, this.tip - 1).get("") ?? 0n;
    const open = this.model.assignments.filter(({ isDistributed }) => !isDistributed);
    const burning = [...this.pending.values()].filter(({ kind }) => kind === "burn");
    return treasury - sum([...open, ...burning].map(({ amountSats }) => amountSats));
  }
}

const isBy = (at: number | null, height: number): boolean => at !== null && at <= height;

export const isMadeFor = (sent: Sent, order: Order): boolean =>
  sent.kind === order.kind &&
  (order.kind === "distribution" ? sent.order === order : sent.amountSats === order.amountSats);
