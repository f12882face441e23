import { Transaction } from "liquidjs-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSandboxDatabase, type SandboxDatabase } from "../db/client";
import { createTestDatabase, dropTestDatabase } from "../testing-database";
import { createWorld, type World } from "../world";
import { bytesToId, toHex } from "./bytes";
import { type GaidPayment, type IssuedAsset, type Ledger, type LedgerTransaction, NO_BLINDER } from "./port";
import { imbalance, load as loadTransaction, verifiedSignatures } from "./proof-testing";
import { findOutput } from "./store";
import { wtxidOf } from "./wtxid";

const env = {
  network: "testnet",
  blockSeconds: 0,
  baseUrl: "http://127.0.0.1/api",
  rpcUser: "u",
  rpcPassword: "p",
} as const;
const CONTRACT_HASH = "56bed24fefcded04487a39fa64c5ff69b5b14eb4e22bc7160e776b701ade82b9";

let url: string;
let database: SandboxDatabase;
let world: World;
let issued: IssuedAsset;
let gaid: string;

const load = (txid: string) => loadTransaction(world, txid);

const moveFromGaid = async (ledger: Ledger, request: GaidPayment) =>
  ledger.completeFromGaid(await ledger.prepareFromGaid(request));

beforeAll(async () => {
  url = await createTestDatabase();
  database = await openSandboxDatabase(url);
  world = await createWorld(env, database);
  issued = await world.write(async ({ ledger, node }) => {
    await node.createWallet("treasury");
    await node.fund("treasury", 1_000_000n);
    return ledger.issueAsset({
      contractHash: CONTRACT_HASH,
      amountSats: 1_000_000n,
      destinationAddress: await node.getNewAddress("treasury"),
      token: { amountSats: 1n, address: await node.getNewAddress("treasury") },
      isConfidential: true,
    });
  });
  gaid = await world.write(({ ledger }) => ledger.createGaid());
  await world.write(({ ledger }) => ledger.mine(1));
});

afterAll(async () => {
  await database?.close();
  if (url) await dropTestDatabase(url);
});

describe("issuance", () => {
  test("takes its ids from the prevout and the contract hash as serialised", async () => {
    const { hex, issuances, outputs } = await load(issued.txid);
    const input = Transaction.fromHex(hex).ins[issued.vin];
    if (!input?.issuance) throw new Error("no issuance");
    const { issuance } = await import("liquidjs-lib");
    const entropy = issuance.issuanceEntropyFromInput(input);
    expect(bytesToId(input.issuance.assetEntropy)).toBe(CONTRACT_HASH);
    expect(bytesToId(issuance.calculateAsset(entropy))).toBe(issued.assetId);
    expect(bytesToId(issuance.calculateReissuanceToken(entropy, true))).toBe(issued.tokenId);
    expect(issuances).toMatchObject([{ vin: 0, entropy: bytesToId(entropy), amountSats: 1_000_000n }]);
    expect(outputs[issued.assetVout]).toMatchObject({ assetId: issued.assetId, amountSats: 1_000_000n });
    expect(outputs[issued.tokenVout ?? 9]).toMatchObject({ assetId: issued.tokenId, amountSats: 1n });
    expect(issued.issuanceAssetBlinder).not.toBe(NO_BLINDER);
  });

  test("leaves an issued amount of the whole range readable when it is not confidential", async () => {
    const open = await world.write(async ({ ledger, node }) =>
      ledger.issueAsset({
        contractHash: NO_BLINDER,
        amountSats: 2_100_000_000_000_000n,
        destinationAddress: await node.getNewAddress("treasury"),
        token: null,
        isConfidential: false,
      }),
    );
    const { hex, outputs } = await load(open.txid);
    const amount = Transaction.fromHex(hex).ins[0]?.issuance?.assetAmount;
    expect(toHex(amount ?? Buffer.alloc(0))).toBe("01000775f05a074000");
    expect(open).toMatchObject({ tokenId: null, tokenVout: null, issuanceAssetBlinder: NO_BLINDER });
    expect(outputs[0]?.amountBlinder).not.toBe(NO_BLINDER);
    await expectBalanced(open.txid);
  });
});

test("a transaction's hex reads back to the same ids, outputs and fee", async () => {
  const { txid } = await payGaid(2_500n);
  const stored = await load(txid);
  const read = Transaction.fromHex(stored.hex);
  expect(read.getId()).toBe(txid);
  expect(wtxidOf(read.toHex())).toBe(stored.wtxid);
  expect(read.toHex()).toBe(stored.hex);
  expect(read.outs).toHaveLength(stored.outputs.length);
  for (const [vout, output] of stored.outputs.entries()) {
    expect(toHex(read.outs[vout]?.script ?? Buffer.alloc(0))).toBe(output.scriptHex);
    const row = await world.read(({ db }) => findOutput(db, { txid, vout }));
    const isFee = output.kind === "fee";
    expect(toHex(read.outs[vout]?.value ?? Buffer.alloc(0)).length).toBe(isFee ? 18 : 66);
    if (!isFee) expect(toHex(read.outs[vout]?.asset ?? Buffer.alloc(0))).toBe(row?.assetCommitment);
  }
  const fee = stored.outputs.at(-1);
  expect(fee).toMatchObject({ kind: "fee", amountSats: stored.feeSats, address: null });
});

test("commitments of inputs and outputs balance on the curve, and one sat more does not", async () => {
  await expectBalanced(issued.txid);
  const { txid } = await payGaid(1_000n);
  await expectBalanced(txid);
  const transfer = await world.write(async ({ ledger }) =>
    moveFromGaid(ledger, {
      gaid,
      assetId: issued.assetId,
      outputs: [{ address: await ledger.nextGaidAddress(await ledger.createGaid()), amountSats: 300n }],
    }),
  );
  await expectBalanced(transfer.txid);
  expect(await imbalance(world, transfer.txid, 1n)).not.toBeNull();
});

test("every input of a wallet and of a GAID carries signatures that verify", async () => {
  const { txid } = await payGaid(700n);
  const spend = await world.write(async ({ ledger, node }) =>
    moveFromGaid(ledger, {
      gaid,
      assetId: issued.assetId,
      outputs: [{ address: await node.getNewAddress("treasury"), amountSats: 50n }],
    }),
  );
  expect(await verifiedSignatures(world, txid)).toBe((await load(txid)).inputs.length);
  // The GAID's input has two signatures, the fee's one.
  expect(await verifiedSignatures(world, spend.txid)).toBe((await load(spend.txid)).inputs.length + 1);
});

test("a GAID's transfer leaves change with the GAID and moves what was asked", async () => {
  const [holder, other] = await world.write(async ({ ledger }) => [
    await ledger.createGaid(),
    await ledger.createGaid(),
  ]);
  if (!holder || !other) throw new Error("no GAID");
  await payGaid(1_000n, holder);
  const { txid } = await world.write(async ({ ledger }) =>
    moveFromGaid(ledger, {
      gaid: holder,
      assetId: issued.assetId,
      outputs: [{ address: await ledger.nextGaidAddress(other), amountSats: 400n }],
    }),
  );
  const { outputs } = await load(txid);
  const owners = await world.read(({ ledger }) =>
    ledger.gaidsOfScripts(outputs.map((output) => output.scriptHex)),
  );
  const ofAsset = outputs.filter((output) => output.assetId === issued.assetId);
  const held = ofAsset.map((output) => [owners.get(output.scriptHex), output.amountSats]);
  expect(held).toEqual([
    [other, 400n],
    [holder, 600n],
  ]);
  await expect(
    world.write(({ ledger }) =>
      moveFromGaid(ledger, {
        gaid: holder,
        assetId: issued.assetId,
        outputs: [{ address: ofAsset[0]?.address ?? "", amountSats: 601n }],
      }),
    ),
  ).rejects.toMatchObject({ code: "funds" });
});

test("counts confirmations from the block that took the transaction", async () => {
  const { txid } = await payGaid(10n);
  expect(await load(txid)).toMatchObject({ block: null, confirmations: 0 });
  const [first] = await world.write(({ ledger }) => ledger.mine(3));
  expect(await load(txid)).toMatchObject({ block: { height: first?.height }, confirmations: 3 });
  expect((await load(txid)).blockIndex).toBeGreaterThan(0);
});

describe("a transaction that wins against others", () => {
  test("spends the same inputs, balances, is signed by every owner and pays them back", async () => {
    await payGaid(5_000n);
    await world.write(({ ledger }) => ledger.mine(1));
    const lost = await world.write(async ({ ledger, node }) =>
      moveFromGaid(ledger, {
        gaid,
        assetId: issued.assetId,
        outputs: [{ address: await node.getNewAddress("treasury"), amountSats: 50n }],
      }),
    );
    await world.write(({ ledger }) => ledger.mine(1));
    const held = () => world.read(({ ledger }) => ledger.unspentOfGaid(gaid, issued.assetId));
    const sats = (coins: { amountSats: bigint }[]) => coins.reduce((sum, coin) => sum + coin.amountSats, 0n);
    const left = sats(await held());
    const end = await world.write(({ ledger }) => ledger.reorganise({ blocks: 1, conflict: [lost.txid] }));
    expect(end).toMatchObject({ disconnected: [lost.txid], conflicted: [lost.txid] });
    const winner = await load(end.winners[0] ?? "");
    const loser = await load(lost.txid);
    expect(winner).toMatchObject({ confirmations: 2, conflictedHeight: null });
    expect(loser).toMatchObject({ confirmations: -2, block: null, conflictedHeight: end.blocks[0]?.height });
    const spent = ({ inputs }: LedgerTransaction) =>
      inputs.map(({ vin, prevout }) => [vin, prevout.txid, prevout.vout]);
    expect(spent(loser).length).toBeGreaterThan(1);
    expect(spent(winner)).toEqual(spent(loser));
    for (const { vin, prevout } of loser.inputs) expect(prevout.spentBy).toEqual({ txid: winner.txid, vin });
    await expectBalanced(winner.txid);
    const gaidInputs = loser.inputs.filter(({ prevout }) => prevout.assetId === issued.assetId).length;
    expect(await verifiedSignatures(world, winner.txid)).toBe(winner.inputs.length + gaidInputs);
    expect(sats(await held())).toBe(left + 50n);
    expect(await world.read(({ ledger }) => ledger.conflictedTxids([lost.txid, winner.txid]))).toEqual(
      new Set([lost.txid]),
    );
  });

  test("can be beaten in its turn, and its loser stays beaten", async () => {
    const { txid } = await payGaid(100n);
    await world.write(({ ledger }) => ledger.mine(1));
    const first = await world.write(({ ledger }) => ledger.reorganise({ blocks: 1, conflict: [txid] }));
    const [winner = ""] = first.winners;
    const second = await world.write(({ ledger }) => ledger.reorganise({ blocks: 2, conflict: [winner] }));
    expect(new Set(second.conflicted)).toEqual(new Set([txid, winner]));
    for (const loser of [txid, winner]) expect((await load(loser)).confirmations).toBe(-3);
    expect((await load(second.winners[0] ?? "")).confirmations).toBe(3);
  });

  test("waits with its loser at 0 confirmations when its own block goes and nothing is mined again", async () => {
    const { txid } = await payGaid(100n);
    await world.write(({ ledger }) => ledger.mine(1));
    const { winners } = await world.write(({ ledger }) => ledger.reorganise({ blocks: 1, conflict: [txid] }));
    await world.write(({ ledger }) => ledger.reorganise({ blocks: 2, remine: false }));
    for (const waiting of [txid, winners[0] ?? ""]) expect((await load(waiting)).confirmations).toBe(0);
    await world.write(({ ledger }) => ledger.mine(2));
    expect((await load(txid)).confirmations).toBe(-2);
    expect((await load(winners[0] ?? "")).confirmations).toBe(2);
  });
});

test("GAIDs have the form of real ones and addresses of their network, each address once", async () => {
  const [one, two] = await world.write(async ({ ledger }) => [
    await ledger.nextGaidAddress(gaid),
    await ledger.nextGaidAddress(gaid),
  ]);
  expect(gaid).toMatch(/^GA[1-9A-HJ-NP-Za-km-z]{27,28}$/);
  expect(one).toMatch(/^v[jt]/);
  expect(two).not.toBe(one);
  const isConfidential = await world.read(async ({ ledger }) => ledger.isConfidentialAddress(one ?? ""));
  expect(isConfidential).toBe(true);
  await expect(world.write(({ ledger }) => ledger.nextGaidAddress("GAunknown"))).rejects.toMatchObject({
    code: "unknown",
  });
});

test("a world opened again shows the same chain, and refuses another network", async () => {
  const { txid } = await payGaid(20n);
  const before = await load(txid);
  const again = await openSandboxDatabase(url);
  try {
    const reopened = await createWorld(env, again);
    expect(await reopened.read(({ ledger }) => ledger.transaction(txid))).toEqual(before);
    await expect(createWorld({ ...env, network: "liquid" }, again)).rejects.toThrow("another network");
  } finally {
    await again.close();
  }
});

test("a unit of work that fails leaves nothing behind", async () => {
  const tip = await world.read(({ ledger }) => ledger.tip());
  const work = world.write(async ({ ledger }) => {
    await ledger.mine(5);
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect(await world.read(({ ledger }) => ledger.tip())).toEqual(tip);
});

async function payGaid(amountSats: bigint, to = gaid) {
  return world.write(async ({ ledger, node }) =>
    node.sendMany("treasury", {
      recipients: [{ address: await ledger.nextGaidAddress(to), assetId: issued.assetId, amountSats }],
    }),
  );
}

async function expectBalanced(txid: string): Promise<void> {
  expect(await imbalance(world, txid, 0n)).toBeNull();
}
