import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { issue as issueAtAmp, mine } from "@/server/sandbox/amp/testing";
import { type Bench, openBench, readyAsset, toAmp } from "@/server/treasury/testing";
import { createAssignment } from "./assignments";
import { issueAsset, newIssuanceAddresses } from "./issuance";
import { authorizeWhenDeep } from "./lifecycle";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());
afterEach(() => bench.proxy.heal());

let round = 0;
async function newDraft(): Promise<IssueDraft> {
  const { destinationAddress, reissuanceAddress } = await newIssuanceAddresses(bench.actor);
  round += 1;
  return {
    transferRestricted: false,
    name: `Alpine Note ${round}`,
    ticker: "",
    domain: "",
    pubkey: "",
    precision: 0,
    amount: "1000",
    amountIn: "shown",
    isReissuable: false,
    reissuanceAmount: "1",
    isConfidential: false,
    destinationAddress,
    reissuanceAddress,
  };
}

async function issue(draft: IssueDraft, intentId: string = randomUUID()): Promise<{ assetUuid: string }> {
  const { assetUuid } = await issueAsset(bench.actor, { intentId, draft, accepted: [] });
  if (assetUuid === null) throw new Error("The node does not know its own address.");
  return { assetUuid };
}

async function countOf({ name }: IssueDraft): Promise<number> {
  const { body } = await bench.amp.get("/assets/");
  return body.filter((asset: { name: string }) => asset.name === name).length;
}

const isIssuing = ({ method, path }: { method: string; path: string }) =>
  method === "POST" && path === "/api/assets/issue";

describe("issuing an asset", () => {
  it("happens once for a draft that is submitted again under its id", async () => {
    const [draft, intentId] = [await newDraft(), randomUUID()];
    const first = await issue(draft, intentId);
    expect(await issue(draft, intentId)).toEqual(first);
    expect(await countOf(draft)).toBe(1);
  });

  it("is refused for an address that an asset of this name was issued to, under another id too", async () => {
    const draft = await newDraft();
    await issue(draft);
    await expect(issue(draft)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(issue({ ...draft, amount: "2000" })).rejects.toThrow(/Nothing was issued now/);
    expect(await countOf(draft)).toBe(1);
  });

  it("finds the asset again when AMP's answer was lost", async () => {
    const draft = await newDraft();
    bench.proxy.fail(isIssuing, "cut-after", 1);
    const { assetUuid } = await issue(draft);
    expect((await bench.amp.get(`/assets/${assetUuid}`)).body.name).toBe(draft.name);
    expect(await countOf(draft)).toBe(1);
  });

  it("may be tried again when AMP was away before anything was sent", async () => {
    const [draft, intentId] = [await newDraft(), randomUUID()];
    bench.proxy.fail(({ path }) => path.startsWith("/api/assets"), "bad-gateway");
    await expect(issue(draft, intentId)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    bench.proxy.heal();
    await issue(draft, intentId);
    expect(await countOf(draft)).toBe(1);
  });
});

describe("registering an asset as authorised", () => {
  it("waits while the node is away and nobody can count the confirmations", async () => {
    const { assetUuid } = await issue(await newDraft());
    await mine(bench.sandbox, 3);
    const isNode = ({ path }: { path: string }) => path.startsWith("/elements");
    bench.proxy.fail(isNode, "cut-before");
    await expect(authorizeWhenDeep(bench.actor, { assetUuid })).rejects.toThrow(/No node of this desk tells/);
    expect((await bench.amp.get(`/assets/${assetUuid}`)).body.is_authorized).toBe(false);
    bench.proxy.heal();
    expect((await authorizeWhenDeep(bench.actor, { assetUuid })).isAuthorized).toBe(true);
  });

  it("is told as done when AMP's answer was lost, at once and when it is asked for again", async () => {
    const isAuthorizing = ({ path }: { path: string }) => path.includes("/register-authorized");
    const asked = () => bench.proxy.seen.filter(isAuthorizing).length;
    const { assetUuid } = await issue(await newDraft());
    await mine(bench.sandbox, 3);
    const before = asked();
    bench.proxy.fail(isAuthorizing, "cut-after", 1);
    expect((await authorizeWhenDeep(bench.actor, { assetUuid })).isAuthorized).toBe(true);
    bench.proxy.fail(({ path }) => path.startsWith("/elements"), "cut-before");
    expect((await authorizeWhenDeep(bench.actor, { assetUuid })).isAuthorized).toBe(true);
    expect(asked()).toBe(before + 1);
  });

  it("stays a failure that may be tried again when AMP never heard of it", async () => {
    const { assetUuid } = await issue(await newDraft());
    await mine(bench.sandbox, 3);
    bench.proxy.fail(({ path }) => path.includes("/register-authorized"), "bad-gateway", 1);
    await expect(authorizeWhenDeep(bench.actor, { assetUuid })).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    expect((await authorizeWhenDeep(bench.actor, { assetUuid })).isAuthorized).toBe(true);
  });
});

describe("an assignment", () => {
  const assignment = (assetUuid: string, registeredUser: number, amount: string) => ({
    intentId: randomUUID(),
    assetUuid,
    registeredUser,
    amount,
    isReady: true,
    vestsAt: null,
  });

  it("of everything that is free gives its result again when it is submitted twice", async () => {
    const { uuid, holders } = await readyAsset(bench);
    const assigned = holders.reduce((sum, holder) => sum + holder.amount, 0);
    const all = assignment(uuid, holders[0]?.id ?? 0, String(10_000_000 - assigned));
    const first = await createAssignment(bench.actor, all);
    expect(await createAssignment(bench.actor, all)).toEqual(first);
    const more = assignment(uuid, holders[0]?.id ?? 0, "1");
    await expect(createAssignment(bench.actor, more)).rejects.toThrow(/more than the treasury has free/);
  });

  it("is found after an answer that was lost, and made once", async () => {
    const { uuid, holders } = await readyAsset(bench, [10]);
    const wish = assignment(uuid, holders[0]?.id ?? 0, "10");
    bench.proxy.fail(toAmp(`${uuid}/assignments/create`), "cut-after", 1);
    const made = await createAssignment(bench.actor, wish);
    expect(await createAssignment(bench.actor, wish)).toEqual(made);
    const listed = async () => (await bench.amp.get(`/assets/${uuid}/assignments`)).body;
    expect((await listed()).map(({ id }: { id: number }) => id)).toContain(made.id);
    expect(await listed()).toHaveLength(2);
    // One that never arrived is not taken for the equal ones before it.
    bench.proxy.fail(toAmp(`${uuid}/assignments/create`), "cut-before");
    const lost = createAssignment(bench.actor, { ...wish, intentId: randomUUID() });
    await expect(lost).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await listed()).toHaveLength(2);
  });

  it("is refused under the user who lacks a required category, and not sent", async () => {
    const { amp, sandbox } = bench;
    const { asset_uuid: assetUuid } = await issueAtAmp(sandbox, amp, { restricted: true });
    const { body: category } = await amp.post("/categories/add", { name: "Accredited", description: "" });
    await amp.put(`/categories/${category.id}/assets/${assetUuid}/add`);
    const { holders } = await readyAsset(bench, [1]);
    bench.proxy.seen.splice(0);
    await expect(
      createAssignment(bench.actor, assignment(assetUuid, holders[0]?.id ?? 0, "1")),
    ).rejects.toMatchObject({
      ...{ code: "INVALID_INPUT", fields: { registeredUser: [expect.stringContaining("Accredited")] } },
    });
    expect(bench.proxy.seen.filter(({ path }) => path.includes("assignments/create"))).toEqual([]);
  });

  it("says to wait for confirmations instead of blaming the amount", async () => {
    const { holders } = await readyAsset(bench);
    const { assetUuid } = await issue(await newDraft());
    const early = assignment(assetUuid, holders[0]?.id ?? 0, "5");
    await expect(createAssignment(bench.actor, early)).rejects.toThrow(/Wait for 2 confirmations/);
    await mine(bench.sandbox, 2);
    expect((await createAssignment(bench.actor, early)).amount).toBe(5n);
  });
});
