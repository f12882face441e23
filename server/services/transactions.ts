import type { AssetTx, AssetTxBrief } from "@/lib/contracts/amp/transactions";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { toOwner } from "@/lib/domain/output-owner";
import {
  explorerLink,
  movementOf,
  type Transaction,
  type TransactionRow,
  type TransactionsView,
  type TransactionView,
  transactionKind,
} from "@/lib/domain/transactions";
import { AppError } from "@/lib/errors";
import { transactionsText } from "@/lib/messages/transactions";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { requireEnvironment } from "@/server/platform/environments";
import { type AmpPage, pageOfAmp } from "./amp-pages";
import { type AssetUnit, assetUnit, getAsset, requireUuid } from "./assets";
import { ampHeights } from "./heights";
import { offsetCursor, readCursor } from "./list";
import { userNames } from "./user-names";

/** A transaction tells all its inputs and outputs, so a page of them has fewer rows than other lists. */
const MOST_ROWS = 25;
const PORTION = 25;
const AT_MOST = 200;
const TXID = /^[0-9a-f]{64}$/;

/**
 * One page of an asset's transactions, sorted and paged by AMP. A transaction's id as the search finds that one.
 * AMP: GET /assets/{a}, GET /assets/{a}/txs with start, count, sortcolumn, sortorder, height_start, height_stop
 */
export async function listTransactions(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<TransactionsView> {
  requireUuid(assetUuid);
  await authorize(actor, "transaction:read", assetUuid);
  const amp = await ampAs(actor);
  const [asset, page] = await Promise.all([assetUnit(actor, assetUuid), readPage(amp, assetUuid, query)]);
  return {
    asset: unitOf(asset),
    page: {
      rows: page.rows.map((tx) => toRow(tx, asset)),
      nextCursor: page.next === null ? null : offsetCursor(page.next),
      total: null,
      freshness: { asOf: now(), source: "amp" },
    },
    lookedThrough: page.lookedThrough,
  };
}

const NO_NAMES: ReadonlyMap<number, string> = new Map();
const NOTHING: AmpPage<AssetTxBrief> = { rows: [], next: null, lookedThrough: null };
const unitOf = ({ ticker, precision }: AssetUnit) => ({ ticker, precision });

async function readPage(amp: AmpClient, assetUuid: string, query: ListQuery): Promise<AmpPage<AssetTxBrief>> {
  const txid = query.q?.trim().toLowerCase();
  if (txid) return TXID.test(txid) ? findOne(amp, assetUuid, txid) : NOTHING;
  const heights = await ampHeights(amp, assetUuid, query);
  if (heights === null) return NOTHING;
  const { type } = query.filters;
  return pageOfAmp({
    start: readCursor(query.cursor),
    limit: Math.min(query.limit, MOST_ROWS),
    portion: PORTION,
    atMost: AT_MOST,
    keep: type === undefined ? undefined : (tx) => transactionKind(tx) === type,
    read: (start, count) =>
      amp.brief("listTransactions", {
        path: { assetUuid },
        query: { start, count, ...orderOf(query), ...heights },
      }),
  });
}

async function findOne(amp: AmpClient, assetUuid: string, txid: string): Promise<AmpPage<AssetTxBrief>> {
  const found = await orNull(amp.call("getTransaction", { path: { assetUuid, txid } }));
  return found ? { ...NOTHING, rows: [found] } : NOTHING;
}

const orderOf = ({ sort }: ListQuery) => ({
  sortColumn: "blockheight",
  sortOrder: sort === "blockheight" ? ("asc" as const) : ("desc" as const),
});

/** One transaction with its inputs and outputs and their owners. AMP: GET /assets/{a}/txs/{txid}, GET /registered_users/ */
export async function readTransaction(
  actor: Actor,
  assetUuid: string,
  txid: string,
): Promise<TransactionView> {
  requireUuid(assetUuid);
  await authorize(actor, "transaction:read", assetUuid);
  requireTxid(txid);
  const amp = await ampAs(actor);
  const [asset, tx] = await Promise.all([
    getAsset(actor, assetUuid),
    amp.call("getTransaction", { path: { assetUuid, txid } }),
  ]);
  const names = await userNames(
    actor,
    [...tx.inputs, ...tx.outputs].map((row) => row.registeredUser),
  );
  const { explorerUrl } = requireEnvironment(actor.environment);
  return {
    asset: unitOf(asset),
    transaction: toTransaction(tx, asset, names),
    explorerUrl: explorerUrl && explorerLink(explorerUrl, txid),
    asOf: now(),
  };
}

/** What is no transaction id is not asked of AMP. @throws AppError NOT_FOUND */
function requireTxid(text: string): void {
  if (!TXID.test(text)) throw new AppError("NOT_FOUND", transactionsText.notFound);
}

function toTransaction(tx: AssetTx, asset: AssetUnit, names: ReadonlyMap<number, string>): Transaction {
  return {
    txid: tx.txid,
    datetime: tx.datetime,
    blockheight: tx.blockheight,
    kind: transactionKind(tx),
    inputs: tx.inputs.map((row) => ({
      ...sideOf(row, asset, names),
      vin: row.vin,
      prevTxid: row.prevTxid,
      prevVout: row.prevVout,
    })),
    outputs: tx.outputs.map((row) => ({
      ...sideOf(row, asset, names),
      vout: row.vout,
      isSpent: row.isSpent,
      isBurnt: row.isBurnt,
    })),
  };
}

type BriefSide = AssetTxBrief["inputs"][number] & { isBurnt?: boolean };

const sideOf = (row: BriefSide, asset: AssetUnit, names: ReadonlyMap<number, string>) => ({
  isToken: row.assetId !== asset.assetId,
  amountSats: row.amount,
  owner: toOwner(row, names),
});

function toRow(tx: AssetTxBrief, asset: AssetUnit): TransactionRow {
  // Key by key: a page of rows has thousands of these, and spreading them takes ten times as long.
  const side = (row: BriefSide) => ({
    isToken: row.assetId !== asset.assetId,
    isBurnt: row.isBurnt ?? false,
    amountSats: row.amount,
    owner: toOwner(row, NO_NAMES),
  });
  return {
    txid: tx.txid,
    datetime: tx.datetime,
    blockheight: tx.blockheight,
    kind: transactionKind(tx),
    ...movementOf({ inputs: tx.inputs.map(side), outputs: tx.outputs.map(side) }),
    inputs: tx.inputs.length,
    outputs: tx.outputs.length,
  };
}
