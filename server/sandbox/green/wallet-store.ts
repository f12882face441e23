import { and, asc, desc, eq, sql } from "drizzle-orm";
import { sumOf } from "../amp/books";
import { assets, trackedOutputs } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { authorizations, gaidLabels } from "../db/control-tables";
import { blocks, inputs, outputs, owners, transactions } from "../db/ledger-tables";
import { gaidOwner } from "../ledger/keyring";
import { networkFacts } from "../ledger/networks";
import type { LiquidNetwork } from "../ledger/port";

/** What the Green side's wallets hold and did, read for people. */

export async function insertLabel(db: SandboxDb, gaid: string, label: string): Promise<void> {
  await db.insert(gaidLabels).values({ gaid, label });
}

const gaidOf = sql<string>`substr(${owners.owner}, ${gaidOwner("").length + 1}::int)`;

export interface WalletPage {
  /** Part of a GAID or of a label, in any case. */
  search: string;
  /** Only what comes after this wallet in the order asked for. */
  after?: string | undefined;
  count: number;
  order: "oldest" | "newest";
}

export function pageOfWallets(db: SandboxDb, { search, after, count, order }: WalletPage) {
  const [direction, comesAfter] = order === "oldest" ? ([asc, sql`>`] as const) : ([desc, sql`<`] as const);
  const place = sql`(${owners.createdAt}, ${owners.owner})`;
  const cursor = sql`(select created_at, owner from ${owners} where owner = ${gaidOwner(after ?? "")})`;
  const wanted = sql`strpos(lower(${gaidOf} || ' ' || coalesce(${gaidLabels.label}, '')), lower(${search})) > 0`;
  return db
    .select({ gaid: gaidOf, label: gaidLabels.label, createdAt: owners.createdAt })
    .from(owners)
    .leftJoin(gaidLabels, sql`${gaidLabels.gaid} = ${gaidOf}`)
    .where(
      and(
        sql`${owners.owner} like ${gaidOwner("%")}`,
        search === "" ? undefined : wanted,
        after === undefined ? undefined : sql`${place} ${comesAfter} ${cursor}`,
      ),
    )
    .orderBy(direction(owners.createdAt), direction(owners.owner))
    .limit(count);
}

/** Unspent sats on chain by wallet and asset, with the part that AMP has blacklisted. */
export function heldBy(db: SandboxDb, gaids: string[]) {
  if (gaids.length === 0) return Promise.resolve([]);
  return db
    .select({
      owner: sql<string>`${outputs.owner}`,
      assetId: outputs.assetId,
      amountSats: sumOf(outputs.amountSats),
      blacklistedSats: sumOf(sql`${outputs.amountSats} * ${trackedOutputs.isBlacklisted}::int`),
    })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .leftJoin(
      trackedOutputs,
      and(eq(trackedOutputs.txid, outputs.txid), eq(trackedOutputs.vout, outputs.vout)),
    )
    .where(
      and(
        isAnyOf(outputs.owner, gaids.map(gaidOwner)),
        sql`${outputs.spentByTxid} is null`,
        sql`${transactions.conflictedHeight} is null`,
      ),
    )
    .groupBy(outputs.owner, outputs.assetId)
    .orderBy(outputs.assetId);
}

export interface AssetName {
  /** null for what AMP does not manage. */
  assetUuid: string | null;
  name: string | null;
}

/** What people call the assets with these ids; deleted ones have a name too. */
export async function assetNames(
  db: SandboxDb,
  network: LiquidNetwork,
  assetIds: string[],
): Promise<(assetId: string) => AssetName> {
  const rows =
    assetIds.length === 0 ? [] : await db.select().from(assets).where(isAnyOf(assets.assetId, assetIds));
  const names = new Map<string, AssetName>(
    rows.map(({ assetId, uuid, name }) => [assetId, { assetUuid: uuid, name }]),
  );
  names.set(networkFacts(network).policyAsset, { assetUuid: null, name: "L-BTC" });
  return (assetId) => names.get(assetId) ?? { assetUuid: null, name: null };
}

export interface HistoryPage {
  gaid: string;
  /** Only what came before the transaction with this place. */
  after?: number | undefined;
  count: number;
}

/** The wallet's transactions, newest first: per asset what came in less what went out. Beaten ones are left out. */
export async function historyOf(db: SandboxDb, { gaid, after, count }: HistoryPage) {
  const owner = gaidOwner(gaid);
  const touched = sql`(
    select txid from ${outputs} where owner = ${owner}
    union
    select ${inputs.txid} from ${inputs}
    join ${outputs} on ${outputs.txid} = ${inputs.prevTxid} and ${outputs.vout} = ${inputs.prevVout}
    where ${outputs.owner} = ${owner})`;
  const heads = await db
    .select({
      txid: transactions.txid,
      place: transactions.sequence,
      at: transactions.receivedAt,
      height: blocks.height,
      authorization: authorizations.uuid,
    })
    .from(transactions)
    .leftJoin(blocks, eq(blocks.height, transactions.blockHeight))
    .leftJoin(authorizations, eq(authorizations.txid, transactions.txid))
    .where(
      and(
        sql`${transactions.txid} in ${touched}`,
        sql`${transactions.conflictedHeight} is null`,
        after === undefined ? undefined : sql`${transactions.sequence} < ${after}`,
      ),
    )
    .orderBy(sql`${transactions.sequence} desc`)
    .limit(count);
  const moves = await movesOf(
    db,
    owner,
    heads.map(({ txid }) => txid),
  );
  return heads.map((head) => ({ ...head, moves: moves.filter(({ txid }) => txid === head.txid) }));
}

async function movesOf(db: SandboxDb, owner: string, txids: string[]) {
  if (txids.length === 0) return [];
  const received = await db
    .select({ txid: outputs.txid, assetId: outputs.assetId, amountSats: outputs.amountSats })
    .from(outputs)
    .where(and(eq(outputs.owner, owner), isAnyOf(outputs.txid, txids)))
    .orderBy(asc(outputs.vout));
  const spent = await db
    .select({ txid: inputs.txid, assetId: outputs.assetId, amountSats: outputs.amountSats })
    .from(inputs)
    .innerJoin(outputs, and(eq(outputs.txid, inputs.prevTxid), eq(outputs.vout, inputs.prevVout)))
    .where(and(eq(outputs.owner, owner), isAnyOf(inputs.txid, txids)));
  const nets = new Map<string, { txid: string; assetId: string; netSats: bigint; isSend: boolean }>();
  const add = (rows: typeof received, sign: bigint) => {
    for (const { txid, assetId, amountSats } of rows) {
      const key = `${txid}/${assetId}`;
      const net = nets.get(key) ?? { txid, assetId, netSats: 0n, isSend: false };
      nets.set(key, {
        ...net,
        netSats: net.netSats + sign * amountSats,
        isSend: net.isSend || sign < 0n,
      });
    }
  };
  add(spent, -1n);
  add(received, 1n);
  return [...nets.values()];
}
