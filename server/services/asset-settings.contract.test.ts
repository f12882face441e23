import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { type ProofCheck, proofPath, proofText } from "@/lib/domain/domain-proof";
import { encodeJson } from "@/lib/json";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { assetsText } from "@/lib/messages/assets";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { nodeUrl } from "@/server/db/testing";
import { createNodeClient } from "@/server/elements/rpc";
import { newAddress } from "@/server/elements/wallet";
import { findCheck, keepCheck } from "@/server/registry/check-store";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { putSiteFile } from "@/server/sandbox/registry/sites-store";
import {
  approve,
  askedOfAmp,
  forgetOperations,
  type ReadyAsset,
  readyAsset,
  toAmp,
} from "@/server/treasury/testing";
import { sharedBench } from "@/server/treasury/testing-bench";
import { addTreasuryAddresses, deleteTreasuryAddress } from "./asset-addresses";
import { readAssetLooks } from "./asset-looks";
import { readAssetPage } from "./asset-page";
import { checkDomainProof, registerAsset } from "./asset-registry";
import { deleteAsset, readAssetSettings, readLockImpact, setEndpoint, setMemo } from "./asset-settings";
import { getAsset } from "./assets";
import { signIn } from "./sign-in";

const bench = sharedBench();
const DOMAIN = "issuer.example";

let asset: ReadyAsset;
beforeAll(async () => {
  asset = await readyAsset(bench);
});

/** With all that the registry wants; any point of the curve is a public key. */
async function issueRegistrable(blocks = 2): Promise<{ assetUuid: string; assetId: string }> {
  const { amp, sandbox } = bench;
  const { body } = await amp.post("/assets/issue", {
    name: "Harbour Bond 2031",
    amount: 1_000,
    precision: 2,
    destination_address: await callNode(sandbox, "getnewaddress"),
    domain: DOMAIN,
    ticker: "HRB31",
    pubkey: "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
  });
  await mine(sandbox, blocks);
  return { assetUuid: body.asset_uuid, assetId: body.asset_id };
}

/** Of another wallet of the same node. */
async function foreignAddress(): Promise<string> {
  await callNode(bench.sandbox, "createwallet", ["elsewhere"]);
  const url = nodeUrl(bench.sandbox.url).replace(/treasury$/, "elsewhere");
  return newAddress(createNodeClient(url, 10_000));
}

describe("the registry of an asset", () => {
  it("tells what is wrong with the domain's file, and registers once when it is right", async () => {
    const { actor, sandbox } = bench;
    const { assetUuid, assetId } = await issueRegistrable();
    const publish = (content: string) =>
      putSiteFile(sandbox.world.database.db, {
        domain: DOMAIN,
        path: proofPath(assetId).slice(1),
        content,
      });

    /** As the checklist has it: by the last look, if that is not long ago. */
    const look = async () =>
      (await readAssetLooks(actor, await getAsset({ ...actor }, assetUuid))).proof?.state ?? null;
    expect(await look()).toBe("unreachable");

    expect(await checkDomainProof(actor, { assetUuid })).toMatchObject({ outcome: "status", status: 404 });
    await publish(`\ufeff${proofText(DOMAIN, assetId)}`);
    expect(await checkDomainProof(actor, { assetUuid })).toMatchObject({
      outcome: "found",
      comparison: { fault: "bom", difference: { offset: 0 } },
    });
    expect(await look()).toBe("refused");
    const intentId = randomUUID();
    await expect(registerAsset(actor, { intentId, assetUuid })).rejects.toMatchObject({ code: "REJECTED" });

    await publish(`${proofText(DOMAIN, assetId)}\n`);
    expect(await checkDomainProof(actor, { assetUuid })).toMatchObject({
      outcome: "found",
      comparison: { fault: null, hasTrailingSpace: true },
    });
    expect(await look()).toBe("accepted");
    await expect(registerAsset(actor, { intentId, assetUuid })).resolves.toMatchObject({
      isRegistered: true,
    });
    await expect(registerAsset(actor, { intentId: randomUUID(), assetUuid })).resolves.toMatchObject({
      isRegistered: true,
    });
    expect(await askedOfAmp(bench, assetUuid, "register")).toBe(2);
    expect(await look()).toBeNull();
  });
});

describe("the last look at the domain's file", () => {
  it("is that of every process of the workspace, so that the next page asks nobody, and of no other workspace", async () => {
    const { actor } = bench;
    const { assetUuid } = await issueRegistrable();
    const look = async () => (await readAssetLooks(actor, await getAsset({ ...actor }, assetUuid))).proof;
    const seen = await checkDomainProof(actor, { assetUuid });
    expect(await findCheck(actor, assetUuid)).toEqual(seen);
    // As another process has seen it since; the file is not there.
    const elsewhere: ProofCheck = {
      ...{ url: seen.url, checkedAt: new Date(seen.checkedAt.getTime() + 1), outcome: "found" },
      ...{ contentType: null, sizeBytes: 9 },
      comparison: { fault: null, hasTrailingSpace: false, difference: null },
    };
    await keepCheck(actor, assetUuid, elsewhere);
    expect(await look()).toEqual({ state: "accepted", checkedAt: elsewhere.checkedAt });
    await keepCheck(actor, assetUuid, seen);
    expect(await findCheck(actor, assetUuid)).toEqual(elsewhere);
    expect(await findCheck({ workspaceId: randomUUID() }, assetUuid)).toBeNull();
    // Too old to go by.
    const old = "update proof_checks set found = $2 where asset_uuid = $1";
    const before = { ...elsewhere, checkedAt: new Date(seen.checkedAt.getTime() - 61_000) };
    await pool().query(old, [assetUuid, encodeJson(before)]);
    expect((await look())?.state).toBe("unreachable");
  });
});

describe("an asset whose issuance has one confirmation", () => {
  it("is not registered yet, and its settings say what that waits for", async () => {
    const { actor, sandbox } = bench;
    const { assetUuid } = await issueRegistrable(1);
    const waitsFor = async () => (await readAssetSettings(actor, assetUuid)).issuance?.confirmations;
    expect(await waitsFor()).toBe(1);
    const register = () => registerAsset(actor, { intentId: randomUUID(), assetUuid });
    await expect(register()).rejects.toMatchObject({
      code: "REJECTED",
      message: assetsText.tooShallow(1, 2),
    });
    expect(await askedOfAmp(bench, assetUuid, "register")).toBe(0);
    await mine(sandbox, 1);
    expect(await waitsFor()).toBe(2);
    // The domain has no file.
    await expect(register()).rejects.toMatchObject({ code: "REJECTED" });
    expect(await askedOfAmp(bench, assetUuid, "register")).toBe(1);
  });
});

describe("an asset's settings", () => {
  it("keep a memo, an endpoint and treasury addresses", async () => {
    const { actor, sandbox } = bench;
    const { uuid: assetUuid } = asset;
    await setMemo(actor, { assetUuid, memo: "Board approval “2025-10”", shown: "" });
    await setEndpoint(actor, { assetUuid, endpoint: "http://127.0.0.1:9/amp" });
    const address: string = await callNode(sandbox, "getnewaddress");
    const add = (addresses: string, acceptForeign = false) =>
      addTreasuryAddresses(actor, { assetUuid, addresses, acceptForeign });
    expect(await add(`${address}\n${address}`)).toEqual({ added: 1, foreign: [] });
    const settings = await readAssetSettings(actor, assetUuid);
    expect(settings.issuance).toBeNull();
    expect(settings.memo).toBe("Board approval “2025-10”");
    expect(await readAssetPage(actor, assetUuid)).toMatchObject({ memo: settings.memo, hasTreasury: true });
    expect(settings.asset.issuerAuthorizationEndpoint).toBe("http://127.0.0.1:9/amp");
    expect(settings.treasuryAddresses).toContain(address);

    expect(await add(address)).toEqual({ added: 0, foreign: [] });
    await expect(add("ex1qnothing")).rejects.toMatchObject({
      fields: { addresses: [expect.stringContaining("ex1q")] },
    });
    const foreign = await foreignAddress();
    expect(await add(foreign)).toEqual({ added: 0, foreign: [foreign] });
    expect((await readAssetSettings(actor, assetUuid)).treasuryAddresses).not.toContain(foreign);
    expect(await add(foreign, true)).toEqual({ added: 1, foreign: [] });
    await deleteTreasuryAddress(actor, { assetUuid, address });
    expect((await readAssetSettings(actor, assetUuid)).treasuryAddresses).not.toContain(address);
    await setEndpoint(actor, { assetUuid, endpoint: "" });
    expect((await readAssetSettings(actor, assetUuid)).asset.issuerAuthorizationEndpoint).toBeNull();
  });

  it("do not replace a memo that was changed since it was shown, but the same one again", async () => {
    const { actor } = bench;
    const { uuid: assetUuid } = asset;
    const { memo: shown } = await readAssetSettings(actor, assetUuid);
    await setMemo(actor, { assetUuid, memo: "of one window", shown });
    const other = { assetUuid, memo: "of another window", shown };
    await expect(setMemo(actor, other)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await readAssetSettings(actor, assetUuid)).memo).toBe("of one window");
    expect(await setMemo(actor, { assetUuid, memo: "of one window", shown })).toBe("of one window");
    expect(await setMemo(actor, { ...other, shown: "of one window" })).toBe("of another window");
  });

  it("are nothing for a manager, whom AMP is not even asked for", async () => {
    const account = { username: "manager", password: "manager-password" };
    const manager = (await findActor(
      await signIn({ environment: "sandbox", method: "password", ...account }),
    )) as Actor;
    const { uuid: assetUuid } = asset;
    const before = await askedOfAmp(bench, assetUuid, "memo");
    for (const attempt of [
      () => readAssetSettings(manager, assetUuid),
      () => readLockImpact(manager, assetUuid),
      () => setMemo(manager, { assetUuid, memo: "", shown: "" }),
      () => deleteAsset(manager, { assetUuid }),
      () => checkDomainProof(manager, { assetUuid }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await askedOfAmp(bench, assetUuid, "memo")).toBe(before);
  });
});

describe("deleting an asset", () => {
  it("says whom it concerns, waits for the desk's operations, and is understood after a lost answer", async () => {
    const { actor, proxy } = bench;
    const { uuid: assetUuid } = asset;
    await approve(actor, assetUuid);
    expect(await readLockImpact(actor, assetUuid)).toMatchObject({
      holders: 0,
      openAssignments: 2,
      openAssignmentSats: 250_001n,
      pendingDistributions: 0,
      openOperations: 1,
    });
    await expect(deleteAsset(actor, { assetUuid })).rejects.toMatchObject({ code: "CONFLICT" });
    await forgetOperations();
    // Ordered by another tool: nobody could confirm it any more.
    const { body: order } = await bench.amp.get(`/assets/${assetUuid}/distributions/create/`);
    await expect(deleteAsset(actor, { assetUuid })).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: assetSettingsText.remove.pending },
    });
    await bench.amp.delete(`/assets/${assetUuid}/distributions/${order.distribution_uuid}/cancel`);
    proxy.fail(toAmp(`${assetUuid}/delete`), "cut-after");
    await deleteAsset(actor, { assetUuid });
    await expect(getAsset({ ...actor }, assetUuid)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
