import { readFileSync } from "node:fs";
import path from "node:path";
import { Transaction } from "liquidjs-lib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSandboxDatabase, type SandboxDatabase } from "../db/client";
import { ABSENT, explicitAsset, explicitValue } from "../ledger/fields";
import type { BlockRef, OutpointRef } from "../ledger/port";
import { findOutput, findTip, mempoolTxids } from "../ledger/store";
import { loadTransaction } from "../ledger/views";
import { loadZkp } from "../ledger/zkp";
import { createTestDatabase, dropTestDatabase } from "../testing-database";
import { type ChainNews, mirror } from "./mirror";
import { type ReadTransaction, readTransaction } from "./read-transaction";

const ASSET = "ab".repeat(32);
const zkp = await loadZkp();
let url: string;
let database: SandboxDatabase;

beforeAll(async () => {
  url = await createTestDatabase();
  database = await openSandboxDatabase(url);
  await told({ fork: null, blocks: [{ block: block(100), transactions: [] }] });
});
afterAll(async () => {
  await database?.close();
  await dropTestDatabase(url);
});

const block = (height: number, name = "a"): BlockRef => ({
  height,
  hash: Buffer.from(`${name}${height}`.padEnd(32)).toString("hex"),
  time: new Date(1_700_000_000_000 + height * 60_000),
});

let salt = 0;
/** Spends the outpoint, which need not be known, into two outputs. */
function spend({ txid, vout }: OutpointRef): ReadTransaction {
  const transaction = new Transaction();
  transaction.version = 2;
  transaction.addInput(Buffer.from(txid, "hex").reverse(), vout);
  salt += 1;
  for (const sats of [1_000n + BigInt(salt), 500n])
    transaction.addOutput(
      Buffer.from(`0014${"cd".repeat(20)}`, "hex"),
      explicitValue(sats),
      explicitAsset(ASSET),
      ABSENT,
    );
  transaction.addOutput(Buffer.alloc(0), explicitValue(26n), explicitAsset(ASSET), ABSENT);
  return readTransaction(zkp, "regtest", transaction.toHex());
}
let strangers = 0;
const stranger = (): OutpointRef => ({ txid: (++strangers).toString(16).padStart(64, "e"), vout: 0 });

const told = (news: Partial<ChainNews>, keeps: string[] = []) =>
  database.write((db) =>
    mirror(
      db,
      { fork: 100, blocks: [], mempool: null, ...news },
      async (txids) => new Set(txids.filter((one) => keeps.includes(one))),
    ),
  );
const waits = (...transactions: ReadTransaction[]): Pick<ChainNews, "mempool"> => ({
  mempool: { txids: transactions.map(({ txid }) => txid), unknown: transactions },
});
const spender = async (outpoint: OutpointRef) => (await findOutput(database.db, outpoint))?.spentByTxid;
const at = async ({ txid }: ReadTransaction) => {
  const found = await database.read((db) => loadTransaction(db, txid));
  return found && { height: found.block?.height ?? null, lost: found.conflictedHeight };
};
const height = async () => (await findTip(database.db))?.height ?? 0;

it("takes a transaction in, although what it spends came before the first block", async () => {
  const first = spend(stranger());
  const next = spend({ txid: first.txid, vout: 0 });
  await told({ fork: 100, blocks: [{ block: block(101), transactions: [first, next] }] });
  expect([await at(first), await at(next)]).toEqual([
    { height: 101, lost: null },
    { height: 101, lost: null },
  ]);
  expect(await spender({ txid: first.txid, vout: 0 })).toBe(next.txid);
});

it("forgets what leaves the mempool, except what AMP's books have", async () => {
  const parent = spend(stranger());
  await told({ fork: 101, blocks: [{ block: block(102), transactions: [parent] }] });
  const [gone, kept] = [spend({ txid: parent.txid, vout: 0 }), spend({ txid: parent.txid, vout: 1 })];
  const child = spend({ txid: gone.txid, vout: 1 });
  await told({ fork: 102, ...waits(gone, kept, child) });
  expect(await spender({ txid: parent.txid, vout: 0 })).toBe(gone.txid);
  await told({ fork: 102, ...waits() }, [kept.txid]);
  expect(await Promise.all([gone, child, kept].map(at))).toEqual([null, null, { height: null, lost: null }]);
  expect(await spender({ txid: parent.txid, vout: 0 })).toBeNull();
  expect(await mempoolTxids(database.db)).toEqual([kept.txid]);
  const replacement = spend({ txid: parent.txid, vout: 1 });
  await told({ fork: 102, ...waits(replacement) }, [kept.txid]);
  expect(await at(kept), "replaced").toEqual({ height: null, lost: 103 });
  expect(await spender({ txid: parent.txid, vout: 1 })).toBe(replacement.txid);
});

it("follows a reorganisation in which the loser wins", async () => {
  const from = await height();
  const parent = spend(stranger());
  const coin = { txid: parent.txid, vout: 0 };
  await told({ fork: from, blocks: [{ block: block(from + 1), transactions: [parent] }] });
  const [first, second] = [spend(coin), spend(coin)];
  const child = spend({ txid: first.txid, vout: 0 });
  await told({ fork: from + 1, ...waits(first, child) });
  await told({ fork: from + 1, blocks: [{ block: block(from + 2), transactions: [second] }] });
  expect(await Promise.all([first, child, second].map(at))).toEqual([
    { height: null, lost: from + 2 },
    { height: null, lost: from + 2 },
    { height: from + 2, lost: null },
  ]);
  const changed = await told({
    fork: from + 1,
    blocks: [
      { block: block(from + 2, "b"), transactions: [] },
      { block: block(from + 3, "b"), transactions: [first] },
    ],
  });
  expect(new Set(changed)).toEqual(new Set([first.txid, child.txid, second.txid]));
  expect(await Promise.all([first, second].map(at))).toEqual([
    { height: from + 3, lost: null },
    { height: null, lost: from + 3 },
  ]);
  expect(await spender(coin)).toBe(first.txid);
  expect(await findTip(database.db)).toMatchObject({ height: from + 3 });
});

it("keeps the place of an input whose neighbours are unknown", async () => {
  const from = await height();
  const parent = spend(stranger());
  const transaction = Transaction.fromHex(spend(stranger()).hex);
  transaction.addInput(Buffer.from(parent.txid, "hex").reverse(), 1);
  const both = readTransaction(zkp, "regtest", transaction.toHex());
  await told({ fork: from, blocks: [{ block: block(from + 1), transactions: [parent, both] }] });
  const found = await database.read((db) => loadTransaction(db, both.txid));
  expect(found?.inputs.map(({ vin, prevout }) => [vin, prevout.txid])).toEqual([[1, parent.txid]]);
});

it("stores a real node's transaction with its proofs", async () => {
  const from = await height();
  const file = path.join(import.meta.dirname, "../elements/sign-then-broadcast.json");
  const { calls } = JSON.parse(readFileSync(file, "utf8"));
  const tested = calls.find(
    ({ request }: { request: { method: string } }) => request.method === "testmempoolaccept",
  );
  const real = readTransaction(zkp, "regtest", tested.request.params[0][0]);
  await told({ fork: from, blocks: [{ block: block(from + 1), transactions: [real] }] });
  expect(await at(real)).toEqual({ height: from + 1, lost: null });
});
