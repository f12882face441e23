import { afterEach, describe, expect, it } from "vitest";
import { ATTENDED_MS } from "@/lib/domain/unfinished-work";
import { noticesText } from "@/lib/messages/notices";
import { turnClock } from "@/server/platform/clock";
import { callNode } from "@/server/sandbox/amp/testing";
import { approve, operationOf, signInAtDesk, toAmp, work } from "@/server/treasury/testing";
import { assetPerTest, sharedBench } from "@/server/treasury/testing-bench";
import { lookNow } from "@/server/watch/watch";
import { noticesOf } from "./collect";

/** An operation that tries again by itself needs a person all the same when trying does not help. */

const bench = sharedBench();
const asset = assetPerTest(bench);
afterEach(() => turnClock(0));

const start = () => approve(bench.actor, asset.uuid);
const notices = async () => (await noticesOf(bench.actor.workspaceId)).notices;
const told = async () =>
  (await notices()).map(({ key }) => key).filter((key) => /^(operation|account):/.test(key));
const workFor = async (rounds: number) => {
  for (let round = 0; round < rounds; round += 1) await work();
};

describe("an operation that waits", () => {
  it("for AMP is told of when it has for a while, and not once it gets on", async () => {
    const id = await start();
    bench.proxy.fail(toAmp("distributions/create"), "bad-gateway");
    await workFor(2);
    const { state, problem } = await operationOf(id);
    expect([state, problem?.mayRetry]).toEqual(["ordering", true]);
    expect(await told()).toEqual([]);
    turnClock(ATTENDED_MS - 5_000);
    await work();
    expect(await told()).toEqual([]);
    turnClock(ATTENDED_MS + 5_000);
    await work();
    expect(await told()).toEqual([`operation:${id}:waits`]);
    expect((await operationOf(id)).problem?.since).toEqual(problem?.since);
    bench.proxy.heal();
    await work();
    expect(await told()).toEqual([]);
  });

  it("is told of while its step is tried, too, or it would be solved and come up again with each try", async () => {
    const id = await start();
    const asks = toAmp("distributions/create");
    bench.proxy.fail(asks, "bad-gateway", 1);
    await work();
    turnClock(ATTENDED_MS + 5_000);
    let during: string[] = [];
    bench.proxy.fail(asks, "bad-gateway", 1, async () => {
      during = await told();
    });
    await work();
    expect(during).toEqual([`operation:${id}:waits`]);
  });

  it("for a passphrase is told of at once", async () => {
    const id = await start();
    await callNode(bench.sandbox, "encryptwallet", ["a passphrase"]);
    await workFor(2);
    expect(await told()).toEqual([`operation:${id}:locked`]);
    await callNode(bench.sandbox, "walletpassphrase", ["a passphrase", 3600]);
    await work();
    expect(await told()).toEqual([]);
  });

  it("for a new sign-in is told of as that, and so is the watch", async () => {
    const id = await start();
    await lookNow(bench.actor.workspaceId, 0);
    const { body } = await bench.amp.get("/user/refresh-token");
    await workFor(2);
    expect(await told()).toEqual(["account:signed-out"]);
    await lookNow(bench.actor.workspaceId, 0);
    turnClock(ATTENDED_MS + 5_000);
    expect(await told()).toEqual(["account:signed-out", `operation:${id}:waits`]);
    const detail = noticesText.notices.watchAwayText["signed-out"];
    expect(await notices()).toContainEqual(expect.objectContaining({ key: "watch:away", detail }));
    turnClock(0);
    bench.actor = await signInAtDesk();
    Object.assign(bench.amp, { token: body.token });
    await workFor(2);
    expect(await told()).toEqual([]);
  });
});
