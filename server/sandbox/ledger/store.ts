import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { blocks, inputs, issuances, outputs, scripts, transactions } from "../db/ledger-tables";
import type { Coin } from "./coin";
import { type BlockRef, LedgerError, type OutpointRef } from "./port";
import { indexTransaction } from "./wallet-index";

/** Every touch of the chain's tables; owners and scripts have `keyring.ts`. */

export type TransactionRow = typeof transactions.$inferSelect;
/** An output without its owner, which the script tells. */
export type OutputRow = Omit<typeof outputs.$inferSelect, "owner">;
export type IssuanceRow = typeof issuances.$inferSelect;

export async function findTip(db: SandboxDb): Promise<BlockRef | null> {
  const [tip] = await db.select().from(blocks).orderBy(desc(blocks.height)).limit(1);
  return tip ?? null;
}

export async function findFirstBlock(db: SandboxDb): Promise<BlockRef | null> {
  const [first] = await db.select().from(blocks).orderBy(asc(blocks.height)).limit(1);
  return first ?? null;
}

export async function findBlock(db: SandboxDb, height: number): Promise<BlockRef | null> {
  const [block] = await db.select().from(blocks).where(eq(blocks.height, height));
  return block ?? null;
}

export async function insertBlocks(db: SandboxDb, rows: BlockRef[]): Promise<void> {
  if (rows.length > 0) await db.insert(blocks).values(rows);
}

/** Neither in a block nor beaten by one that is. */
const waits = and(isNull(transactions.blockHeight), isNull(transactions.conflictedHeight));

export const mempoolTxids = async (db: SandboxDb): Promise<string[]> => {
  const rows = await db
    .select({ txid: transactions.txid })
    .from(transactions)
    .where(waits)
    .orderBy(asc(transactions.sequence));
  return rows.map(({ txid }) => txid);
};

export async function mempoolSize(db: SandboxDb): Promise<number> {
  const [row] = await db.select({ size: count() }).from(transactions).where(waits);
  return row?.size ?? 0;
}

/** Puts transactions that wait into the block, in the order they came; place 0 is the coinbase's. */
export async function confirmTransactions(db: SandboxDb, height: number, txids: string[]): Promise<void> {
  if (txids.length === 0) return;
  await db.execute(sql`
    update ${transactions} set block_height = ${height}, block_index = waiting.place
    from (select txid, row_number() over (order by sequence) as place
          from ${transactions} where ${isAnyOf(transactions.txid, txids)}) as waiting
    where ${transactions.txid} = waiting.txid`);
}

export type NewTransaction = Omit<TransactionRow, "sequence" | "conflictedHeight" | "isRaw"> & {
  isRaw?: boolean;
};

interface Contents {
  spends: OutpointRef[];
  outputs: OutputRow[];
  issuances: IssuanceRow[];
  /** On a followed chain what came before the first block is not known; what is, still cannot be spent twice. */
  mayBeUnknown?: boolean;
}

/** Stores a transaction with its outputs and issuances and marks what it spends. */
export async function insertTransaction(
  db: SandboxDb,
  row: NewTransaction,
  contents: Contents,
): Promise<void> {
  await db.insert(transactions).values(row);
  await db.insert(outputs).values(contents.outputs.map((output) => ({ ...output, owner: ownerOf(output) })));
  if (contents.issuances.length > 0) await db.insert(issuances).values(contents.issuances);
  if (contents.spends.length > 0) {
    await markSpent(db, row.txid, contents);
    await db.insert(inputs).values(
      contents.spends.map(({ txid, vout }, vin) => ({
        txid: row.txid,
        vin,
        prevTxid: txid,
        prevVout: vout,
      })),
    );
  }
  await indexTransaction(db, row.txid);
}

const ownerOf = ({ scriptHex }: OutputRow) =>
  sql`(select ${scripts.owner} from ${scripts} where ${scripts.scriptHex} = ${scriptHex})`;

/** @throws LedgerError "conflict" when one of them is spent already: no two transactions take the same output */
async function markSpent(
  db: SandboxDb,
  spender: string,
  { spends, mayBeUnknown = false }: Contents,
): Promise<void> {
  const places = spends.map(({ txid, vout }, vin) => sql`(${txid}::text, ${vout}::int, ${vin}::int)`);
  const marked = await db.execute(sql`
    update ${outputs} set spent_by_txid = ${spender}, spent_by_vin = spend.vin
    from (values ${sql.join(places, sql`, `)}) as spend (txid, vout, vin)
    where ${outputs.txid} = spend.txid and ${outputs.vout} = spend.vout and ${outputs.spentByTxid} is null`);
  if (mayBeUnknown || marked.rowCount === spends.length) return;
  throw new LedgerError("conflict", "An input of the transaction is missing or already spent.");
}

export interface TransactionRows {
  transaction: TransactionRow;
  block: BlockRef | null;
  outputs: OutputRow[];
  /** What it spends, or would have spent had it not lost, in the order of its inputs. */
  spent: OutputRow[];
  issuances: IssuanceRow[];
}

export async function findTransaction(db: SandboxDb, txid: string): Promise<TransactionRows | null> {
  const [rows] = await findTransactions(db, [txid]);
  return rows ?? null;
}

/** Those of the transactions that exist, in the order asked for; five queries however many there are. */
export async function findTransactions(db: SandboxDb, txids: string[]): Promise<TransactionRows[]> {
  if (txids.length === 0) return [];
  const heads = await db
    .select({ transaction: transactions, block: blocks })
    .from(transactions)
    .leftJoin(blocks, eq(blocks.height, transactions.blockHeight))
    .where(isAnyOf(transactions.txid, txids));
  const created = await db
    .select()
    .from(outputs)
    .where(isAnyOf(outputs.txid, txids))
    .orderBy(asc(outputs.vout));
  const spent = await db
    .select({ spender: inputs.txid, output: outputs })
    .from(inputs)
    .innerJoin(outputs, and(eq(outputs.txid, inputs.prevTxid), eq(outputs.vout, inputs.prevVout)))
    .where(isAnyOf(inputs.txid, txids))
    .orderBy(asc(inputs.vin));
  const issued = await db
    .select()
    .from(issuances)
    .where(isAnyOf(issuances.txid, txids))
    .orderBy(asc(issuances.vin));
  const [headOf, createdBy, spentBy, issuedBy] = [
    new Map(heads.map((head) => [head.transaction.txid, head])),
    groupBy(created, ({ txid }) => txid),
    groupBy(spent, ({ spender }) => spender),
    groupBy(issued, ({ txid }) => txid),
  ];
  return txids.flatMap((txid) => {
    const head = headOf.get(txid);
    if (!head) return [];
    const outputsOf = createdBy.get(txid) ?? [];
    const spentOf = (spentBy.get(txid) ?? []).map(({ output }) => output);
    return [{ ...head, outputs: outputsOf, spent: spentOf, issuances: issuedBy.get(txid) ?? [] }];
  });
}

function groupBy<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

export async function findOutput(db: SandboxDb, { txid, vout }: OutpointRef): Promise<OutputRow | null> {
  const [row] = await db
    .select()
    .from(outputs)
    .where(and(eq(outputs.txid, txid), eq(outputs.vout, vout)));
  return row ?? null;
}

/** Unspent outputs on the owner's scripts: confirmed ones first, larger ones first. */
export async function unspentOf(db: SandboxDb, owner: string): Promise<Coin[]> {
  const { blockHeight, sequence, conflictedHeight } = transactions;
  // Looked up coin by coin: PostgreSQL cannot know how few of many outputs are unspent, and would read every transaction.
  const made = db
    .select({ blockHeight, sequence, conflictedHeight })
    .from(transactions)
    .where(eq(transactions.txid, outputs.txid))
    .limit(1)
    .as("made");
  const rows = await db
    .select({ output: outputs, blockHeight: made.blockHeight })
    .from(outputs)
    .innerJoinLateral(made, sql`true`)
    .where(and(eq(outputs.owner, owner), isNull(outputs.spentByTxid), isNull(made.conflictedHeight)))
    .orderBy(
      sql`${made.blockHeight} is null`,
      desc(outputs.amountSats),
      asc(made.sequence),
      asc(outputs.vout),
    );
  return rows.map(({ output, blockHeight: height }) => ({ ...output, owner, blockHeight: height }));
}

/** Transactions that pay to or spend from the owner's scripts, newest first. */
export async function txidsOf(db: SandboxDb, owner: string): Promise<string[]> {
  const mine = eq(outputs.owner, owner);
  const paying = db.select({ txid: outputs.txid }).from(outputs).where(mine);
  const spending = db
    .select({ txid: inputs.txid })
    .from(inputs)
    .innerJoin(outputs, and(eq(outputs.txid, inputs.prevTxid), eq(outputs.vout, inputs.prevVout)))
    .where(mine);
  const rows = await db
    .select({ txid: transactions.txid })
    .from(transactions)
    .where(inArray(transactions.txid, union(paying, spending)))
    .orderBy(desc(transactions.sequence));
  return rows.map(({ txid }) => txid);
}

/** Issuances, newest first; of one asset, or of all. */
export function listIssuances(db: SandboxDb, assetId?: string): Promise<IssuanceRow[]> {
  return db
    .select({ issuance: issuances })
    .from(issuances)
    .innerJoin(transactions, eq(transactions.txid, issuances.txid))
    .where(assetId ? eq(issuances.assetId, assetId) : undefined)
    .orderBy(desc(transactions.sequence))
    .then((rows) => rows.map(({ issuance }) => issuance));
}
