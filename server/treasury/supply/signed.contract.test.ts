import { describe, expect, it } from "vitest";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { getOperation } from "@/server/services/operations";
import { operationOf, work } from "../testing";
import { expectSupply, newTxids, workUpTo } from "./testing";
import { KINDS, sharedSupply } from "./testing-bench";

const SIGNED = { state: "signed", hasDraft: false } as const;
const { bench, asset, start, decide, carriedOut } = sharedSupply(300_000n);

/** Pays one of the L-BTC coins to the wallet itself, past the desk and its locks. */
async function spendFeeCoin(coins: { txid: string; vout: number }[]): Promise<void> {
  const { sandbox } = bench;
  await callNode(sandbox, "lockunspent", [true, coins]);
  const labels: Record<string, string> = await callNode(sandbox, "dumpassetlabels");
  const unspent: { txid: string; vout: number; asset: string }[] = await callNode(
    sandbox,
    "listunspent",
    [0],
  );
  const isSpent = ({ txid, vout }: { txid: string; vout: number }) =>
    coins.some((coin) => coin.txid === txid && coin.vout === vout);
  const coin = unspent.find((one) => one.asset === labels.bitcoin && isSpent(one));
  const outputs = [{ [await callNode(sandbox, "getnewaddress")]: "0.00001000" }];
  const inputs = [{ txid: coin?.txid, vout: coin?.vout }];
  const raw = await callNode(sandbox, "createrawtransaction", [inputs, outputs, 0, false]);
  const { hex: funded } = await callNode(sandbox, "fundrawtransaction", [raw]);
  const blinded = await callNode(sandbox, "blindrawtransaction", [funded]);
  const { hex } = await callNode(sandbox, "signrawtransactionwithwallet", [blinded]);
  await callNode(sandbox, "sendrawtransaction", [hex]);
}

describe.each(KINDS)("a signed %s", (kind) => {
  it("can be cancelled while it is signed: its coins are free, and nothing of it can be sent any more", async () => {
    const id = await start(kind);
    await workUpTo(bench, id, SIGNED);
    const { facts } = await operationOf(id);
    expect(facts.supply?.signedHex).toMatch(/^[0-9a-f]{1000,}$/);
    const locked: unknown[] = await callNode(bench.sandbox, "listlockunspent");
    expect(locked).toHaveLength(facts.supply?.coins?.length ?? -1);
    const { operation, journal } = await getOperation(bench.actor, id);
    const seen = JSON.stringify([
      operation.facts.supply?.signedHex ?? null,
      journal.lines.map(({ detail }) => detail),
    ]);
    expect(seen).not.toContain(facts.supply?.signedHex?.slice(0, 60));
    await decide(id, "cancel");
    await work();
    const end = await operationOf(id);
    expect([end.state, end.facts.txid]).toEqual(["cancelled", undefined]);
    expect(end.facts.supply).toEqual({ outpoints: facts.supply?.outpoints });
    expect(await newTxids(bench, asset)).toEqual([]);
    await expectSupply(bench, asset);
    await carriedOut(await start(kind), kind);
  });

  it("gives up a signed transaction only when a block has spent its coins, and then makes another", async () => {
    const id = await start(kind);
    await workUpTo(bench, id, SIGNED);
    const { txid, supply } = (await operationOf(id)).facts;
    await spendFeeCoin(supply?.coins ?? []);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "broadcasting", facts: { txid } });
    await mine(bench.sandbox, 1);
    await work();
    expect(await operationOf(id)).toMatchObject({
      state: "stopped",
      problem: { message: expect.stringContaining("can never be confirmed"), mayRetry: true },
    });
    await expectSupply(bench, asset);
    await decide(id, "retry");
    await carriedOut(id, kind);
    expect((await operationOf(id)).facts.txid).not.toBe(txid);
  });

  it("stops when the asset is locked after it was signed, and then sends the same transaction", async () => {
    const id = await start(kind);
    await workUpTo(bench, id, SIGNED);
    const { txid } = (await operationOf(id)).facts;
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: true } });
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    await decide(id, "retry");
    await carriedOut(id, kind);
    expect((await operationOf(id)).facts.txid).toBe(txid);
  });
});
