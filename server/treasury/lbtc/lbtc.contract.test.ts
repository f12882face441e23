import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { LBTC_UUID } from "@/lib/domain/intent";
import { lbtcWorksText } from "@/lib/messages/lbtc-works";
import { routes } from "@/lib/routes";
import { pool } from "@/server/db/client";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { previewLbtc, startLbtc } from "@/server/services/lbtc";
import { decideOperation, getOperation } from "@/server/services/operations";
import { approve, operationOf, readyAsset, toNode, work } from "../testing";
import { sharedBench } from "../testing-bench";
import { approveLbtc, newPayee, type Payee, receivedBy } from "./testing";

const bench = sharedBench();
const AMOUNT = 123_456n;
let payee: Payee;
let address = "";
beforeEach(async () => {
  payee = await newPayee(bench);
  address = payee.address;
});
const paid = () => receivedBy(bench, payee);
const stateOf = async (id: string) => (await operationOf(id)).state;
const decide = (operationId: string, decision: "cancel" | "close" | "retry") =>
  decideOperation(bench.actor, { operationId, decision });

async function workOn(id: string): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await work();
    await mine(bench.sandbox, 1);
  }
  await work();
  expect((await operationOf(id)).problem).toBeNull();
}

describe("a payment in L-BTC", () => {
  it("pays the approved amount to the approved address, once", async () => {
    const id = await approveLbtc(bench.actor, address, AMOUNT);
    await workOn(id);
    const { state, facts } = await operationOf(id);
    expect([state, await paid(), facts.supply?.signedHex]).toEqual(["done", AMOUNT, undefined]);
    const lines = (await getOperation(bench.actor, id)).journal.lines.map(
      ({ step, phase }) => `${step} ${phase}`,
    );
    for (const step of ["begin", "build", "broadcast", "finish"]) expect(lines).toContain(`${step} outcome`);
  });

  it("is not made again by who reviewed the same one before it was made", async () => {
    const wish = { address, amountSats: AMOUNT };
    const tabs = [await previewLbtc(bench.actor, wish), await previewLbtc(bench.actor, wish)];
    const [first, second] = tabs.map(({ intentHash }) => ({ ...wish, intentHash, intentId: randomUUID() }));
    if (!first || !second) throw new Error("Two were reviewed.");
    const { operationId } = await startLbtc(bench.actor, first);
    await workOn(operationId);
    await expect(startLbtc(bench.actor, second)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await paid()).toBe(AMOUNT);
    // The same request once more is the same payment, and a new review may be approved.
    expect(await startLbtc(bench.actor, first)).toEqual({ operationId });
    const { before, intent } = await previewLbtc(bench.actor, wish);
    expect(before).toMatchObject({ operationId, totalSats: AMOUNT, state: "done", isSame: true });
    expect(intent.after).toBe(operationId);
    await workOn(await approveLbtc(bench.actor, address, AMOUNT));
    expect(await paid()).toBe(2n * AMOUNT);
  });

  it("is not made when another one came between its review and its approval", async () => {
    await workOn(await approveLbtc(bench.actor, address, AMOUNT));
    const id = await approveLbtc(bench.actor, address, AMOUNT);
    // As the review saw it that was made before the first one and approved after it.
    const earlier =
      "jsonb_set(intent::jsonb, '{earlier}', to_jsonb((intent::jsonb->>'earlier')::int - 1))::text";
    await pool().query(`update operations set intent = ${earlier} where id = $1`, [id]);
    await work();
    const problem = { message: lbtcWorksText.anotherBefore, mayRetry: false };
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem });
    expect(await paid()).toBe(AMOUNT);
    await decide(id, "cancel");
    await work();
    expect(await stateOf(id)).toBe("cancelled");
  });

  it("asks AMP for nothing", async () => {
    const from = bench.proxy.seen.length;
    await workOn(await approveLbtc(bench.actor, address, AMOUNT));
    const seen = bench.proxy.seen.slice(from);
    expect([seen.length > 0, seen.filter((call) => !toNode()(call))]).toEqual([true, []]);
  });

  it("is the same transaction however often its answer is lost", async () => {
    const id = await approveLbtc(bench.actor, address, AMOUNT);
    bench.proxy.fail(toNode("sendrawtransaction"), "cut-after");
    await work();
    const { txid } = (await operationOf(id)).facts;
    bench.proxy.heal();
    await workOn(id);
    expect([await paid(), (await operationOf(id)).facts.txid]).toEqual([AMOUNT, txid]);
  });

  it("can be cancelled until it is broadcast, and gives its coins free", async () => {
    const id = await approveLbtc(bench.actor, address, AMOUNT);
    bench.proxy.fail(toNode("sendrawtransaction"), "cut-before");
    bench.proxy.fail(toNode("testmempoolaccept"), "cut-before");
    await work();
    bench.proxy.heal();
    expect(await callNode(bench.sandbox, "listlockunspent")).not.toEqual([]);
    await decide(id, "cancel");
    await work();
    expect([await stateOf(id), await paid()]).toEqual(["cancelled", 0n]);
    expect(await callNode(bench.sandbox, "listlockunspent")).toEqual([]);
  });

  it("waits while another broadcast of the wallet is open", async () => {
    const asset = await readyAsset(bench);
    const distribution = await approve(bench.actor, asset.uuid);
    await work();
    expect(await stateOf(distribution)).toBe("sent");
    const id = await approveLbtc(bench.actor, address, AMOUNT);
    await work();
    expect([await stateOf(id), (await operationOf(id)).problem?.behind?.id]).toEqual([
      "ordered",
      distribution,
    ]);
    await mine(bench.sandbox, 2);
    await workOn(id);
    expect([await stateOf(id), await paid()]).toEqual(["done", AMOUNT]);
  });

  it("is thrown away when the node makes another transaction than was approved", async () => {
    const id = await approveLbtc(bench.actor, address, AMOUNT);
    const { address: other } = await newPayee(bench);
    const raw = await import("@/server/elements/raw");
    const { createRaw } = raw;
    const spy = vi
      .spyOn(raw, "createRaw")
      .mockImplementation((node, inputs, outputs) =>
        createRaw(node, inputs, [{ ...outputs[0], address: other } as (typeof outputs)[number]]),
      );
    await work();
    spy.mockRestore();
    expect((await operationOf(id)).problem).toMatchObject({
      message: lbtcWorksText.strangeTransaction(lbtcWorksText.why.payment),
      mayRetry: true,
    });
    await decide(id, "retry");
    await workOn(id);
    expect(await paid()).toBe(AMOUNT);
  });

  it("blocks the next one when it was closed although the network may have it", async () => {
    const id = await approveLbtc(bench.actor, address, AMOUNT);
    bench.proxy.fail(toNode("sendrawtransaction"), "cut-before");
    await work();
    await pool().query("update operations set problem = $2 where id = $1", [
      id,
      JSON.stringify({ message: "closed in a test", mayRetry: false }),
    ]);
    await decide(id, "close");
    await work();
    bench.proxy.heal();
    expect(await stateOf(id)).toBe("failed");
    const { checks } = await previewLbtc(bench.actor, { address, amountSats: AMOUNT });
    expect(checks.filter(({ isOk }) => !isOk).map(({ id: failed }) => failed)).toEqual(["none-still-out"]);
    // Its coins went elsewhere for good: nothing of it can come any more.
    const locked = await callNode(bench.sandbox, "listlockunspent");
    await callNode(bench.sandbox, "lockunspent", [true, locked]);
    const all = await callNode(bench.sandbox, "getbalance", []);
    await callNode(bench.sandbox, "sendtoaddress", [
      await callNode(bench.sandbox, "getnewaddress"),
      String(all.bitcoin),
      "",
      "",
      true,
    ]);
    await mine(bench.sandbox, 2);
    expect((await previewLbtc(bench.actor, { address, amountSats: AMOUNT })).canStart).toBe(true);
  });
});

describe("the pre-flight of a payment in L-BTC", () => {
  const failing = async (wish: { address: string; amountSats: bigint }) =>
    (await previewLbtc(bench.actor, wish)).checks.filter(({ isOk }) => !isOk).map(({ id }) => id);

  it("refuses what is no address of the network, and the wallet's own", async () => {
    const own = await callNode(bench.sandbox, "getnewaddress");
    const bitcoin = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
    for (const wrong of ["", "not an address", bitcoin, own])
      expect(await failing({ address: wrong, amountSats: AMOUNT }), wrong).toEqual(["address-valid"]);
  });

  it("judges an address before any amount is entered, for the field", async () => {
    const failed = async (entered: string) => {
      const { checks } = await previewLbtc(bench.actor, { address: entered, amountSats: 0n });
      return checks.find(({ id }) => id === "address-valid");
    };
    expect(await failed("somewhere")).toMatchObject({ isOk: false, remedy: lbtcWorksText.remedies.address });
    expect(await failed(address)).toMatchObject({ isOk: true });
  });

  it("keeps what operations need for fees", async () => {
    const { walletSats } = await previewLbtc(bench.actor, { address, amountSats: 1n });
    expect(await failing({ address, amountSats: walletSats ?? 0n })).toEqual(["lbtc-funds"]);
    expect(await failing({ address, amountSats: (walletSats ?? 0n) - 10_000n })).toEqual([]);
    expect(await failing({ address, amountSats: 0n })).toEqual(["amount-possible"]);
  });

  it("says that the node is away instead of guessing", async () => {
    bench.proxy.fail(toNode(), "cut-before");
    const preview = await previewLbtc(bench.actor, { address, amountSats: AMOUNT });
    expect([preview.canStart, preview.walletSats]).toEqual([false, null]);
  });

  it("lets one payment run at a time, and an approval count once", async () => {
    const wish = { address, amountSats: AMOUNT };
    const { intentHash } = await previewLbtc(bench.actor, wish);
    const input = { ...wish, intentHash, intentId: randomUUID() };
    const [one, two] = await Promise.all([startLbtc(bench.actor, input), startLbtc(bench.actor, input)]);
    expect(one).toEqual(two);
    expect(await failing(wish)).toEqual(["no-open-operation"]);
    await expect(
      startLbtc(bench.actor, { ...input, intentId: randomUUID(), amountSats: 1n }),
    ).rejects.toMatchObject({
      code: "REJECTED",
      link: { href: routes.operation({ kind: "lbtc", assetUuid: "", id: one.operationId }) },
    });
    const { rows } = await pool().query(
      "select count(*)::int as count from operations where asset_uuid = $1 and state <> 'failed' and state <> 'done' and state <> 'cancelled'",
      [LBTC_UUID],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});
