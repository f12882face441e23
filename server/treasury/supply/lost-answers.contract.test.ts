import { describe, expect, it } from "vitest";
import type { Fault, ProxiedRequest } from "@/server/platform/testing";
import { mine } from "@/server/sandbox/amp/testing";
import { operationOf, toNode, work } from "../testing";
import { takeStep, workToTheEnd, workUpTo } from "./testing";
import { KINDS, sharedSupply } from "./testing-bench";

const { bench, start, carriedOut } = sharedSupply(1_000n);

/** AMP's endpoint without the asset, or the node's method. */
const nameOf = ({ path, body }: ProxiedRequest): string =>
  path.startsWith("/elements") ? JSON.parse(body).method : path.replace(/^.*\/assets\/[0-9a-f-]{36}/, "AMP ");

const sendsSince = (from: number) => bench.proxy.seen.slice(from).filter(toNode("sendrawtransaction"));

describe.each(KINDS)("a %s", (kind) => {
  it("ends with one transaction, whichever calls are lost before or after their effect", async () => {
    const before = bench.proxy.seen.length;
    await carriedOut(await start(kind), kind);
    const names = new Set(bench.proxy.seen.slice(before).map(nameOf));
    expect([...names]).toEqual(
      expect.arrayContaining(["lockunspent", "sendrawtransaction", "signrawtransactionwithwallet"]),
    );
    const id = await start(kind);
    const from = bench.proxy.seen.length;
    const faults: Fault[] = ["cut-after", "cut-before"];
    for (const name of names)
      for (const fault of faults) bench.proxy.fail((request) => nameOf(request) === name, fault, 1);
    for (let round = 0; round < faults.length * names.size; round += 1) {
      await work();
      const { state } = await operationOf(id);
      if (state === "done") break;
      if (state === "sent" && round % 5 === 0) await mine(bench.sandbox, 1);
    }
    const hexes = new Set(sendsSince(from).map(({ body }) => JSON.parse(body).params[0]));
    expect([hexes.size, sendsSince(from).length]).toEqual([1, 3]);
    await carriedOut(id, kind);
  });

  it("whose broadcast was lost with its answer is taken as sent when the block refuses it with −27", async () => {
    const id = await start(kind);
    await workUpTo(bench, id, { state: "broadcasting", hasDraft: false });
    await takeStep(id, "effect");
    await mine(bench.sandbox, 1);
    const from = bench.proxy.seen.length;
    await workToTheEnd(bench, id);
    expect(sendsSince(from)).toHaveLength(1);
    await carriedOut(id, kind);
  });
});
