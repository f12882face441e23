import { randomUUID } from "node:crypto";
import { address as codec } from "liquidjs-lib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { readLiquidAddress, unconfidentialAddress } from "@/lib/domain/liquid-address";
import { assetsText } from "@/lib/messages/assets";
import { requireEnvironment } from "@/server/platform/environments";
import { mine, turn } from "@/server/sandbox/amp/testing";
import { type Bench, openBench, readyAsset } from "@/server/treasury/testing";
import { authorizableAssets } from "@/server/watch/store";
import { runDueLooks } from "@/server/watch/watch";
import { readAssetPage } from "./asset-page";
import { setRequirement } from "./categories";
import { issueAsset, newIssuanceAddresses } from "./issuance";
import { authorizeWhenDeep, readIssuance } from "./lifecycle";
import { previewSupply } from "./supply";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());
afterEach(() => bench.proxy.heal());

let round = 0;
async function newDraft(part: Partial<IssueDraft> = {}): Promise<IssueDraft> {
  const { destinationAddress, reissuanceAddress } = await newIssuanceAddresses(bench.actor);
  round += 1;
  return {
    transferRestricted: false,
    name: `Harbour Note ${round}`,
    ticker: "",
    domain: "",
    pubkey: "",
    precision: 0,
    amount: "1000",
    amountIn: "shown",
    isReissuable: true,
    reissuanceAmount: "1",
    isConfidential: false,
    destinationAddress,
    reissuanceAddress,
    ...part,
  };
}

const issue = (draft: IssueDraft, accepted: string[] = [], intentId: string = randomUUID()) =>
  issueAsset(bench.actor, { intentId, draft, accepted });

const isIssued = async ({ name }: IssueDraft): Promise<boolean> =>
  (await bench.amp.get("/assets/")).body.some((asset: { name: string }) => asset.name === name);

const network = () => requireEnvironment(bench.actor.environment).network;

/** An address of nobody: the hash of one of the wallet's keys, turned round. */
async function foreignAddress(): Promise<string> {
  const { destinationAddress } = await newIssuanceAddresses(bench.actor);
  const { blindingKey } = readLiquidAddress(destinationAddress, network()) ?? {};
  const { prefix, data, version } = codec.fromBech32(unconfidentialAddress(destinationAddress));
  const elsewhere = codec.toBech32(Buffer.from(data).reverse(), version, prefix);
  return codec.toConfidential(elsewhere, Buffer.from(blindingKey ?? "", "hex"));
}

/** The place of `address`, blinded with the key of `other`. */
function blindedAnew(address: string, other: string): string {
  const { blindingKey } = readLiquidAddress(other, network()) ?? {};
  return codec.toConfidential(unconfidentialAddress(address), Buffer.from(blindingKey ?? "", "hex"));
}

describe("an issuance", () => {
  it("asks before it goes to an address whose key the treasury's wallet does not hold", async () => {
    for (const field of ["destinationAddress", "reissuanceAddress"] as const) {
      const elsewhere = await foreignAddress();
      const [draft, intentId] = [await newDraft({ [field]: elsewhere }), randomUUID()];
      const doubt = { reason: "foreign", addresses: [elsewhere] };
      expect(await issue(draft, [], intentId)).toEqual({ assetUuid: null, doubt });
      expect(await isIssued(draft)).toBe(false);
      const own = field === "destinationAddress" ? draft.reissuanceAddress : draft.destinationAddress;
      expect(await issue(draft, [own], intentId)).toEqual({ assetUuid: null, doubt });
      expect(await issue(draft, [elsewhere], intentId)).toMatchObject({ doubt: null });
      expect(await isIssued(draft)).toBe(true);
    }
  });

  it("asks for both addresses while the node is away, and says that it did not look", async () => {
    const draft = await newDraft();
    const addresses = [draft.destinationAddress, draft.reissuanceAddress];
    bench.proxy.fail(({ path }) => path.startsWith("/elements"), "cut-before");
    expect(await issue(draft)).toEqual({ assetUuid: null, doubt: { reason: "unchecked", addresses } });
    expect(await isIssued(draft)).toBe(false);
    expect(await issue(draft, addresses)).toMatchObject({ doubt: null });
    expect(await isIssued(draft)).toBe(true);
  });

  it("goes out with the name as it was confirmed, without spaces around it", async () => {
    const draft = await newDraft({ name: "  Lakeside Note " });
    const { assetUuid } = await issue(draft);
    const { body } = await bench.amp.get(`/assets/${assetUuid}`);
    expect(body.name).toBe("Lakeside Note");
  });

  it("leaves domain, ticker and pubkey out where nothing is to be registered", async () => {
    expect(await issue(await newDraft())).toMatchObject({ doubt: null });
    const sent = bench.proxy.seen.findLast(({ path }) => path === "/api/assets/issue");
    expect(Object.keys(JSON.parse(sent?.body ?? "")).toSorted()).toEqual([
      ...["amount", "destination_address", "is_confidential", "is_reissuable", "name", "precision"],
      ...["reissuance_address", "reissuance_amount", "transfer_restricted"],
    ]);
  });

  it("asks before it makes another asset of a name or a ticker that there is", async () => {
    const [first, intentId] = [await newDraft({ name: "Twin Note" }), randomUUID()];
    const { assetUuid } = await issue(first, [], intentId);
    const doubt = { reason: "twin", assets: [{ assetUuid, name: "Twin Note", ticker: null }] };
    const again = await newDraft({ name: "twin note " });
    expect(await issue(again)).toEqual({ assetUuid: null, doubt });
    expect(await isIssued({ ...again, name: "twin note" })).toBe(false);
    // The same form sent twice is told of its own asset, not of a twin.
    expect(await issue(first, [], intentId)).toEqual({ assetUuid, doubt: null });
    await expect(issue(first)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await issue(again, [assetUuid ?? ""])).toMatchObject({ doubt: null });

    const registry = { domain: "harbour.example", pubkey: `02${"ab".repeat(32)}` };
    const named = await issue(await newDraft({ ...registry, ticker: "HRB" }));
    expect(await issue(await newDraft({ ...registry, ticker: "hrb" }))).toMatchObject({
      doubt: { reason: "twin", assets: [{ assetUuid: named.assetUuid, ticker: "HRB" }] },
    });
  });

  it("leaves it to AMP whether a ticker of more than five characters is too long", async () => {
    const key = { domain: "issuer.example", pubkey: (await newIssuanceAddresses(bench.actor)).pubkey };
    const draft = await newDraft({ ...key, ticker: "HRB2031" });
    await expect(issue(draft)).rejects.toMatchObject({ fields: { ticker: [expect.any(String)] } });
    await turn(bench.sandbox, { longTickers: true });
    const { assetUuid } = await issue(draft);
    expect((await bench.amp.get(`/assets/${assetUuid}`)).body.ticker).toBe("HRB2031");
  });

  it("does not ask for the token's address of an asset that has no token", async () => {
    const draft = await newDraft({ isReissuable: false, reissuanceAddress: await foreignAddress() });
    expect(await issue(draft)).toMatchObject({ doubt: null });
  });

  it("refuses one place for asset and token, whatever key it is blinded with", async () => {
    const draft = await newDraft();
    const { destinationAddress, reissuanceAddress } = draft;
    const message = assetsText.issueProblems["addresses-equal"];
    const same = blindedAnew(destinationAddress, reissuanceAddress);
    await expect(issue({ ...draft, reissuanceAddress: same })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { reissuanceAddress: [message] },
    });
    expect(await isIssued(draft)).toBe(false);
  });
});

describe("an asset that was issued to addresses of which the wallet knows nothing", () => {
  const issueAway = async () => {
    const [destinationAddress, reissuanceAddress] = [await foreignAddress(), await foreignAddress()];
    const draft = await newDraft({ destinationAddress, reissuanceAddress });
    return (await issue(draft, [destinationAddress, reissuanceAddress])).assetUuid ?? "";
  };
  const authorizable = async () => {
    await runDueLooks(0, 1);
    const found = await authorizableAssets(bench.actor.workspaceId, new Date(Date.now() + 60_000));
    return found.map((one) => one.assetUuid);
  };

  it("is registered as authorised once the node's height makes it deep enough, and is told of then", async () => {
    const assetUuid = await issueAway();
    await mine(bench.sandbox, 2);
    expect(await readIssuance(bench.actor, assetUuid)).toMatchObject({ confirmations: 2 });
    await expect(authorizeWhenDeep(bench.actor, { assetUuid })).rejects.toThrow(/2 confirmations/);
    const checksOf = async () => {
      const { checks } = await previewSupply(bench.actor, { kind: "burn", assetUuid, amountSats: 1n });
      return checks.find(({ id }) => id === "issuance-confirmed");
    };
    expect(await checksOf()).toMatchObject({ isOk: true });
    expect(await authorizable()).not.toContain(assetUuid);
    await mine(bench.sandbox, 1);
    expect(await authorizable()).toContain(assetUuid);
    expect(await authorizeWhenDeep(bench.actor, { assetUuid })).toMatchObject({ isAuthorized: true });
    expect(await authorizable()).not.toContain(assetUuid);
  });

  it("is left to AMP, which refuses what is too young, where no node answers", async () => {
    const assetUuid = await issueAway();
    await mine(bench.sandbox, 1);
    bench.proxy.fail(({ path }) => path.startsWith("/elements"), "cut-before");
    expect(await readIssuance(bench.actor, assetUuid)).toMatchObject({ confirmations: null });
    await expect(authorizeWhenDeep(bench.actor, { assetUuid })).rejects.toThrow(/No node of this desk/);
    const leave = () => authorizeWhenDeep(bench.actor, { assetUuid, isDepthUnseen: true });
    await expect(leave()).rejects.toMatchObject({ code: "REJECTED" });
    await mine(bench.sandbox, 2);
    expect(await leave()).toMatchObject({ isAuthorized: true });
  });
});

describe("what the checklist tells of an asset", () => {
  it("names when, who and by what proof, of what was done at this desk", async () => {
    const { assetUuid } = await issue(await newDraft({ transferRestricted: false }));
    const facts = async () => (await readAssetPage(bench.actor, assetUuid ?? "")).facts;
    const by = { kind: "person", name: bench.actor.personName };
    const audited = { auditId: expect.any(BigInt) };
    const waiting = { at: expect.any(Date), height: null, by, proof: audited };
    expect(await facts()).toMatchObject({ issued: waiting, confirmed: { at: null, height: null } });
    expect(await facts()).not.toHaveProperty("authorized");
    await mine(bench.sandbox, 3);
    const { body } = await bench.amp.get(`/assets/${assetUuid}/txs`);
    const [{ txid, blockheight: height, datetime }] = body;
    await authorizeWhenDeep(bench.actor, { assetUuid: assetUuid ?? "" });
    const issued = { at: new Date(datetime), height, by, proof: { txid, ...audited } };
    expect(await facts()).toEqual({
      issued,
      confirmed: { at: null, height: height + 2, by: { kind: "chain" }, proof: { txid } },
      authorized: { at: expect.any(Date), height: null, by, proof: audited },
      categories: issued,
      treasury: { ...issued, proof: { txid } },
      ready: { at: expect.any(Date), height: null, by: { kind: "steps" }, proof: {} },
    });
  });

  it("knows nothing of what was done elsewhere but what AMP says now", async () => {
    const { uuid } = await readyAsset(bench);
    const { facts } = await readAssetPage(bench.actor, uuid);
    const by = { kind: "outside" };
    expect(facts?.issued).toMatchObject({ by, at: expect.any(Date), height: expect.any(Number) });
    expect(facts?.authorized).toEqual({ at: null, height: null, by, proof: { isAmpsWord: true } });
    expect(facts?.ready).toMatchObject({ at: null, by: { kind: "steps" } });
  });

  it("does not take a category that was let go again for the one that is required", async () => {
    const { assetUuid: issued } = await issue(await newDraft({ transferRestricted: true }));
    const assetUuid = issued ?? "";
    const add = async (name: string) =>
      (await bench.amp.post("/categories/add", { name, description: "" })).body.id as number;
    const [first, second] = [await add("Once asked for"), await add("Asked for elsewhere")];
    const facts = async () => (await readAssetPage(bench.actor, assetUuid)).facts?.categories;
    expect(await facts()).toBeUndefined();
    await setRequirement(bench.actor, { categoryId: first, assetUuid, isRequired: true });
    const by = { kind: "person", name: bench.actor.personName };
    expect(await facts()).toMatchObject({ at: expect.any(Date), by, proof: { auditId: expect.any(BigInt) } });
    await setRequirement(bench.actor, { categoryId: first, assetUuid, isRequired: false });
    await bench.amp.put(`/categories/${second}/assets/${assetUuid}/add`);
    expect(await facts()).toMatchObject({ at: null, by: { kind: "outside" } });
  });
});
