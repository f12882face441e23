import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { trackedOutputs } from "../db/amp-tables";
import type { OutpointRef } from "../ledger/port";
import { type Fate, fatesOf } from "../ledger/spends";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { findOutputs, isNoneOf, isUnspent } from "./books";
import { explainedTransactions, type OpenOrder } from "./open-orders";
import { insertOrder, openWorkOrders, type WorkOrderKind } from "./work-order-store";

/**
 * An output of the books is lost when the chain has spent it by a transaction that is neither in the books nor
 * explained by an open order, or when its own transaction lost against another one and so will never exist. It is
 * lost as soon as that is seen, and for the state of a block from the block in which it happened. What is lost is
 * nobody's: ownerships, balances, utxos and summary leave it out, so that
 *
 *     issued + reissued − burned = ownerships + lost
 *
 * What an open order explains is pending and still counts. Nothing is stored about losses: a confirm, a cancel or a
 * reorganisation changes what is lost by changing books, orders or chain.
 *
 * Holders' outputs need no look at the chain: Green signs no spend of them that is not in the books.
 */
export interface LostOutput extends OutpointRef {
  isToken: boolean;
  amountSats: bigint;
  /** The block since which it is lost; null while that waits in the mempool. */
  height: number | null;
}

/** What is lost of the asset and of its token: one query while nothing is. */
export async function findLost(unit: Unit, asset: AssetRow): Promise<LostOutput[]> {
  const { fates, explained } = await lookOutside(unit, asset);
  const lost = new Map<string, Fate>();
  for (const fate of fates)
    if (fate.spender === null || !explained.has(fate.spender)) lost.set(keyOf(fate), fate);
  const rows = await findOutputs(unit.db, asset.uuid, [...lost.values()]);
  return rows
    .map(({ txid, vout, isToken, amountSats }) => {
      const height = lost.get(keyOf({ txid, vout }))?.height ?? null;
      return { txid, vout, isToken, amountSats, height };
    })
    .sort(byPlace);
}

/**
 * Where the chain has left the books: the treasury's outputs that it has spent, outputs that it will never have, and
 * what open orders explain of it.
 */
export async function lookOutside(unit: Unit, asset: AssetRow) {
  const fates = await fatesOf(unit.db, {
    watched: unspentPlaces(asset.uuid, isNull(trackedOutputs.gaid)),
    made: unspentPlaces(asset.uuid),
  });
  const spenders = new Set(fates.flatMap(({ spender }) => spender ?? []));
  return { fates, explained: await explainedTransactions(unit, asset, [...spenders]) };
}

/** The open order that a transaction on the chain, not yet in the books, has carried out. */
export async function orderExplaining(
  unit: Unit,
  asset: AssetRow,
  txid: string,
): Promise<OpenOrder | undefined> {
  return (await lookOutside(unit, asset)).explained.get(txid);
}

/**
 * Remembers a reissue or burn order. One of the same amount that nothing on the chain has carried out yet is the same
 * order asked for again: a second one would explain a spend that nobody ordered.
 */
export async function rememberOrder(unit: Unit, asset: AssetRow, kind: WorkOrderKind, amountSats: bigint) {
  const { explained } = await lookOutside(unit, asset);
  const carriedOut = new Set([...explained.values()].map((order) => "id" in order && order.id));
  const open = await openWorkOrders(unit.db, asset.uuid);
  const isSame = (order: (typeof open)[0]) => order.kind === kind && order.amountSats === amountSats;
  if (!open.some((order) => isSame(order) && !carriedOut.has(order.id)))
    await insertOrder(unit.db, asset, kind, amountSats);
}

const unspentPlaces = (assetUuid: string, condition?: SQL): SQL => sql`
  select ${trackedOutputs.txid}, ${trackedOutputs.vout} from ${trackedOutputs}
  where ${and(
    eq(trackedOutputs.assetUuid, assetUuid),
    isNull(trackedOutputs.spentTxid),
    eq(trackedOutputs.isBurnt, false),
    condition,
  )}`;

const keyOf = ({ txid, vout }: OutpointRef) => `${txid}:${vout}`;
const byPlace = (one: OutpointRef, other: OutpointRef) =>
  one.txid === other.txid ? one.vout - other.vout : one.txid < other.txid ? -1 : 1;

/** What is held now: unspent in the books and not lost. */
export async function isHeld(unit: Unit, asset: AssetRow, options?: { isToken?: boolean }) {
  return and(isUnspent(asset.uuid, options), isNoneOf(await findLost(unit, asset)));
}

/** The answer's form: outpoints of the asset and of the token apart. Their amounts stand in the asset's transactions. */
export async function viewLostOutputs(unit: Unit, asset: AssetRow) {
  const lost = await findLost(unit, asset);
  const places = (isToken: boolean) =>
    lost.filter((output) => output.isToken === isToken).map(({ txid, vout }) => ({ txid, vout }));
  return { lostOutputs: places(false), reissuanceLostOutputs: places(true) };
}
