import { Transaction } from "liquidjs-lib";
import type { SandboxDb } from "../db/client";
import { addressOfScript } from "./address";
import { nextBlock } from "./blocks";
import { fromHex, idToBytes } from "./bytes";
import { AMP_SERVICE, createOwner, FAUCET, findOwner, GREEN_SERVICE, newScript } from "./keyring";
import { networkFacts } from "./networks";
import { LedgerError, type LiquidNetwork, NO_BLINDER } from "./port";
import { confirmTransactions, findTip, insertBlocks, insertTransaction, mempoolTxids } from "./store";
import { wtxidOf } from "./wtxid";

/** L-BTC of the first transaction, in sats. Several outputs each, so that one spend does not hold up the next. */
const GIFTS = [
  { owner: FAUCET, outputs: 10, amountSats: 10_000_000_000n },
  { owner: AMP_SERVICE, outputs: 5, amountSats: 1_000_000_000n },
  { owner: GREEN_SERVICE, outputs: 5, amountSats: 1_000_000_000n },
];

/** Long before anything that a seed lets happen in the past. */
const GENESIS_TIME = new Date("2018-09-27T00:00:00Z");

const NETWORK_OWNER = "service:network-";

/**
 * The first block of a new world, with all the L-BTC there is. Does nothing when the chain has begun.
 * @throws LedgerError "conflict" when the stored world belongs to another network
 */
export async function ensureGenesis(db: SandboxDb, network: LiquidNetwork): Promise<void> {
  if (await findTip(db)) return checkNetwork(db, network);
  await createOwner(db, `${NETWORK_OWNER}${network}`);
  for (const { owner } of GIFTS) await createOwner(db, owner);
  await insertCoinbase(db, network);
  const { firstHeight } = networkFacts(network);
  const before = { height: firstHeight - 1, hash: NO_BLINDER, time: GENESIS_TIME };
  const first = { ...nextBlock(before, []), time: GENESIS_TIME };
  await insertBlocks(db, [first]);
  await confirmTransactions(db, first.height, await mempoolTxids(db));
}

async function checkNetwork(db: SandboxDb, network: LiquidNetwork): Promise<void> {
  if (await findOwner(db, `${NETWORK_OWNER}${network}`)) return;
  throw new LedgerError(
    "conflict",
    `The stored world belongs to another network than "${network}". Choose that network or start a fresh world.`,
  );
}

async function insertCoinbase(db: SandboxDb, network: LiquidNetwork): Promise<void> {
  const { policyAsset } = networkFacts(network);
  const transaction = new Transaction();
  transaction.version = 2;
  transaction.addInput(Buffer.alloc(32), 0xffff_ffff, 0xffff_ffff, Buffer.from("sandbox"));
  const asset = Buffer.concat([Buffer.from([1]), idToBytes(policyAsset)]);
  const scriptHexes: { scriptHex: string; amountSats: bigint }[] = [];
  for (const { owner, outputs, amountSats } of GIFTS) {
    for (let index = 0; index < outputs; index++) {
      const { scriptHex } = await newScript(db, network, owner);
      scriptHexes.push({ scriptHex, amountSats });
      const value = Buffer.alloc(9, 1);
      value.writeBigUInt64BE(amountSats, 1);
      transaction.addOutput(fromHex(scriptHex), value, asset, Buffer.from([0]));
    }
  }
  const txid = transaction.getId();
  const hex = transaction.toHex();
  const row = {
    txid,
    wtxid: wtxidOf(hex),
    hex,
    blockHeight: null,
    blockIndex: null,
    receivedAt: GENESIS_TIME,
    feeSats: 0n,
  };
  const outputs = scriptHexes.map((output, vout) => ({
    ...output,
    txid,
    vout,
    address: addressOfScript(output.scriptHex, network),
    kind: "payment" as const,
    assetId: policyAsset,
    assetBlinder: NO_BLINDER,
    amountBlinder: NO_BLINDER,
    assetCommitment: null,
    amountCommitment: null,
    spentByTxid: null,
    spentByVin: null,
  }));
  await insertTransaction(db, row, { spends: [], outputs, issuances: [] });
}
