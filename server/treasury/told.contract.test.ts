import { describe, expect, it } from "vitest";
import { readAudit } from "@/server/audit/search-store";
import { approve, readyAsset, work } from "./testing";
import { decide, EIGHT, FOUR, finish } from "./testing-batches";
import { sharedBench } from "./testing-bench";

const bench = sharedBench({ TREASURY_BATCH_SIZE: "3" });

/** Of one operation, oldest first: found by its id, as a person finds them. */
const entriesOf = async (id: string) =>
  (await readAudit([bench.actor.workspaceId], { before: null, limit: 50, text: id })).reverse();
const endsOf = async (id: string) => (await entriesOf(id)).map(({ action, outcome }) => [action, outcome]);

describe("the audit log of a distribution", () => {
  it("names each transaction that went out and was booked, and the end, on behalf of who approved it", async () => {
    const asset = await readyAsset(bench, EIGHT);
    const id = await approve(bench.actor, asset.uuid);
    const { facts } = await finish(bench, id);
    const txids = facts.sentBatches?.map(({ txid }) => txid) ?? [];
    const entries = await entriesOf(id);
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual(
      ["approved", "sent", "booked", "sent", "booked", "sent", "done"].map((end) => [
        `distribution.${end}`,
        "ok",
      ]),
    );
    expect(entries.map(({ detail }) => detail.txid).slice(1)).toEqual(txids.flatMap((txid) => [txid, txid]));
    expect(entries.every(({ assetUuid }) => assetUuid === asset.uuid)).toBe(true);
    expect(new Set(entries.map(({ personName }) => personName))).toEqual(new Set([bench.actor.personName]));
    expect(new Set(entries.map(({ remoteAddress }) => remoteAddress))).toEqual(new Set([null]));
  });

  it("says that one stopped, and who let it go on", async () => {
    const asset = await readyAsset(bench, FOUR);
    const id = await approve(bench.actor, asset.uuid);
    await bench.amp.put(`/assets/${asset.uuid}/lock`);
    await work();
    await bench.amp.put(`/assets/${asset.uuid}/unlock`);
    await decide(bench, id, "retry");
    await work();
    expect(await endsOf(id)).toEqual([
      ["distribution.approved", "ok"],
      ["distribution.stopped", "refused"],
      ["distribution.retry", "ok"],
      ["distribution.sent", "ok"],
    ]);
  });

  it("tells the wish to cancel from the end of the cancelling", async () => {
    const asset = await readyAsset(bench, FOUR);
    const id = await approve(bench.actor, asset.uuid);
    await decide(bench, id, "cancel");
    await work();
    expect((await endsOf(id)).map(([action]) => action)).toEqual([
      "distribution.approved",
      "distribution.cancel",
      "distribution.cancelled",
    ]);
  });
});
