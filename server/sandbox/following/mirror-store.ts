import { and, eq, isNull, like, ne, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { inputs, issuances, outputs, scripts, transactions, walletTransactions } from "../db/ledger-tables";
import type { Opening } from "../ledger/commitments";
import { gaidOwner } from "../ledger/keyring";
import { type LedgerIssuance, type OutpointRef, UNKNOWN_ASSET } from "../ledger/port";
import { insertTransaction } from "../ledger/store";
import type { ReadTransaction } from "./read-transaction";

/** The touches of the chain's tables that only a chain needs which somebody else makes. */

export interface Standing {
  isConflicted: boolean;
}

/** Those of the transactions that are stored. */
export async function findStanding(db: SandboxDb, txids: string[]): Promise<Map<string, Standing>> {
  if (txids.length === 0) return new Map();
  const rows = await db
    .select({ txid: transactions.txid, height: transactions.conflictedHeight })
    .from(transactions)
    .where(isAnyOf(transactions.txid, txids));
  return new Map(rows.map(({ txid, height }) => [txid, { isConflicted: height !== null }]));
}

/** Other transactions that spend one of these outputs and count. */
export async function rivalsOf(db: SandboxDb, txid: string, spends: OutpointRef[]): Promise<string[]> {
  if (spends.length === 0) return [];
  const places = sql.join(
    spends.map((spend) => sql`(${spend.txid}::text, ${spend.vout}::int)`),
    sql`, `,
  );
  const rows = await db
    .select({ txid: inputs.txid })
    .from(inputs)
    .innerJoin(transactions, eq(transactions.txid, inputs.txid))
    .where(
      and(
        sql`(${inputs.prevTxid}, ${inputs.prevVout}) in (${places})`,
        ne(inputs.txid, txid),
        isNull(transactions.conflictedHeight),
      ),
    )
    .groupBy(inputs.txid);
  return rows.map((row) => row.txid);
}

/** Stores a transaction that waits. What it holds and hides is unknown, except where `issuances` are known better. */
export function insertWaiting(
  db: SandboxDb,
  { issuances: read, txid, wtxid, hex, feeSats, spends, outputs: made }: ReadTransaction,
  issued: LedgerIssuance[] = read,
): Promise<void> {
  const place = { blockHeight: null, blockIndex: null, receivedAt: now(), isRaw: true };
  return insertTransaction(
    db,
    { txid, wtxid, hex, feeSats, ...place },
    {
      ...{ spends, outputs: made, mayBeUnknown: true },
      issuances: issued.map((issuance) => ({ ...issuance, txid })),
    },
  );
}

export async function putIntoBlock(db: SandboxDb, txid: string, height: number, index: number) {
  const place = { blockHeight: height, blockIndex: index };
  await db.update(transactions).set(place).where(eq(transactions.txid, txid));
}

/** What had lost counts again, and takes its inputs back. */
export async function revive(db: SandboxDb, txid: string): Promise<void> {
  await db.update(transactions).set({ conflictedHeight: null }).where(eq(transactions.txid, txid));
  await db.execute(sql`
    update ${outputs} set spent_by_txid = ${inputs.txid}, spent_by_vin = ${inputs.vin} from ${inputs}
    where ${inputs.txid} = ${txid} and ${outputs.txid} = ${inputs.prevTxid} and ${outputs.vout} = ${inputs.prevVout}`);
}

/** Removes transactions that no chain and no mempool has. */
export async function forget(db: SandboxDb, txids: string[]): Promise<void> {
  if (txids.length === 0) return;
  for (const table of [walletTransactions, issuances, inputs, outputs, transactions])
    await db.delete(table).where(isAnyOf(table.txid, txids));
}

/** Confidential outputs to holders that are not opened yet: transactions, newest first. */
export async function unopenedOfGaids(db: SandboxDb, most: number): Promise<string[]> {
  const rows = await db
    .select({ txid: outputs.txid })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .where(and(eq(outputs.assetId, UNKNOWN_ASSET), like(outputs.owner, `${gaidOwner("")}%`)))
    .groupBy(outputs.txid)
    .orderBy(sql`max(${transactions.sequence}) desc`)
    .limit(most);
  return rows.map(({ txid }) => txid);
}

export async function openOutput(db: SandboxDb, { txid, vout }: OutpointRef, opening: Opening) {
  const { assetId, amountSats, assetBlinder, amountBlinder } = opening;
  await db
    .update(outputs)
    .set({ assetId, amountSats, assetBlinder, amountBlinder })
    .where(and(eq(outputs.txid, txid), eq(outputs.vout, vout)));
}

export async function openIssuance(
  db: SandboxDb,
  txid: string,
  issuance: Pick<LedgerIssuance, "vin" | "amountSats" | "assetAmountBlinder">,
): Promise<void> {
  const { vin, amountSats, assetAmountBlinder } = issuance;
  await db
    .update(issuances)
    .set({ amountSats, assetAmountBlinder })
    .where(and(eq(issuances.txid, txid), eq(issuances.vin, vin)));
}

export interface NewScript {
  scriptHex: string;
  owner: string;
  /** As it was handed out; empty for a script that was only told of. */
  address: string;
  blindingPublicKey: string;
}

/** Remembers whose script it is; its keys are elsewhere. One that belongs to somebody stays theirs. */
export async function insertScript(db: SandboxDb, script: NewScript): Promise<void> {
  const keys = { isChange: false, keyIndex: 0, label: "", publicKey: "" };
  await db
    .insert(scripts)
    .values({ ...script, ...keys })
    .onConflictDoNothing();
}
