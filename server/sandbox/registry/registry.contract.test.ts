import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mine } from "../amp/testing";
import { signMessage } from "../ledger/signed-message";
import { loadZkp } from "../ledger/zkp";
import { contractHash } from "./contract";
import { proofText } from "./domain-proof";
import { removalText } from "./removal";
import { type RegistryGround, SECRET, startRegistry } from "./testing";

let sandbox: RegistryGround["sandbox"];
let send: RegistryGround["send"];
let post: RegistryGround["post"];
let control: RegistryGround["control"];
let issueRegistrable: RegistryGround["issueRegistrable"];
let publishProof: RegistryGround["publishProof"];

beforeAll(async () => {
  ({ sandbox, send, post, control, issueRegistrable, publishProof } = await startRegistry());
});
afterAll(() => sandbox?.stop());

describe("the registry", () => {
  test("publishes an asset whose domain vouches for it, however its contract's keys are ordered", async () => {
    const { asset, contract } = await issueRegistrable("harbour.example", "HB31");
    const proof = await publishProof(asset);
    const site = await fetch(`${sandbox.url}/sites/harbour.example/${proof.body.path}`);
    expect(await site.text()).toBe(
      `Authorize linking the domain name harbour.example to the Liquid asset ${asset.asset_id}`,
    );
    const reordered = Object.fromEntries(Object.entries(contract).reverse());
    const { status, text } = await post({ asset_id: asset.asset_id, contract: reordered });
    const entry = JSON.parse(text);
    expect([status, entry]).toEqual([
      201,
      {
        asset_id: asset.asset_id,
        contract,
        issuance_txin: { txid: asset.txid, vin: 0 },
        issuance_prevout: { txid: expect.stringMatching(/^[0-9a-f]{64}$/), vout: expect.any(Number) },
        domain_verification_method: "http",
        ...contract,
      },
    ]);
    const shown = await send("GET", `/registry/${asset.asset_id}`);
    expect([shown.status, JSON.parse(shown.text)]).toEqual([200, entry]);
    const minimal = JSON.parse((await send("GET", "/registry/index.minimal.json")).text);
    expect(minimal[asset.asset_id]).toEqual(["harbour.example", "HB31", "Harbour Bond 2031", 2]);
    const full = JSON.parse((await send("GET", "/registry/index.json")).text);
    expect(full[asset.asset_id]).toEqual(entry);
    expect(await send("GET", "/registry/icons.json")).toEqual({ status: 200, text: "{}" });

    expect(await post({ asset_id: asset.asset_id, contract })).toEqual({
      status: 400,
      text: "updates are not allowed",
    });
    const second = await issueRegistrable("harbour.example", "HB31");
    await publishProof(second.asset);
    expect(await post({ asset_id: second.asset.asset_id, contract: second.contract })).toEqual({
      status: 400,
      text: "another asset is already registered with this entity/ticker",
    });
  });

  test("refuses what the issuance does not commit to, and an issuance in no block", async () => {
    const { asset, contract } = await issueRegistrable("pier.example", "PIER", 0);
    await publishProof(asset);
    const claim = (change: object) =>
      post({ asset_id: asset.asset_id, contract: { ...contract, ...change } });
    const commitment = "failed verifying issuance commitment: invalid asset commitment";
    expect(await claim({ precision: 3 })).toEqual({ status: 400, text: commitment });
    expect(await claim({ collection: "Bonds" })).toEqual({ status: 400, text: commitment });
    expect(await claim({ unknown: 1 })).toEqual({ status: 400, text: commitment });
    expect((await claim({ name: undefined })).text).toBe("invalid contract fields: missing field `name`");
    expect((await claim({ version: "0" })).text).toMatch(
      /^invalid contract fields: invalid type for `version`/,
    );
    expect(await claim({})).toEqual({
      status: 400,
      text: "failed verifying on-chain issuance: issuance transaction unconfirmed",
    });
    await mine(sandbox, 1);
    expect((await claim({})).status).toBe(201);
  });

  test("names the page it could not read and the page that says something else", async () => {
    const { asset, contract } = await issueRegistrable("quay.example", "QUAY");
    const claim = () => post({ asset_id: asset.asset_id, contract });
    const path = `.well-known/liquid-asset-proof-${asset.asset_id}`;
    expect(await claim()).toEqual({
      status: 400,
      text: `failed verifying linked entity: failed fetching https://quay.example/${path}: 404 Not Found`,
    });
    const file = (content: string) => control("POST", "/sites", { domain: "quay.example", path, content });
    const right = proofText("quay.example", asset.asset_id);
    for (const content of ["", `\ufeff${right}`, ` ${right}`, `${right}.`, right.toUpperCase()]) {
      expect((await file(content)).status).toBe(200);
      expect((await claim()).text).toBe(
        "failed verifying linked entity: verification page contents mismatch",
      );
    }
    await file(`${right} \r\n\n`);
    expect((await claim()).status).toBe(201);
  });

  test("takes a TXT record in place of the page", async () => {
    const { asset, contract } = await issueRegistrable("www2.dock.example", "DOCK");
    const claim = () => post({ asset_id: asset.asset_id, contract, domain_verification_method: "dns" });
    expect((await claim()).text).toBe(
      `failed verifying linked entity: failed to find a TXT record for asset ${asset.asset_id} at domain name www2.dock.example`,
    );
    const content = `v=spf1 -all\nliquid-asset-verification=${asset.asset_id},DOCK\n`;
    await control("POST", "/sites", { domain: "dock.example", path: "_dns", content });
    expect((await fetch(`${sandbox.url}/sites/dock.example/_dns`)).status).toBe(404);
    const { status, text } = await claim();
    expect([status, JSON.parse(text).domain_verification_method]).toEqual([201, "dns"]);
  });

  test("forgets an asset when its issuer's key signs the removal, and only then", async () => {
    const { asset, contract } = await issueRegistrable("berth.example", "BRTH");
    await publishProof(asset);
    await post({ asset_id: asset.asset_id, contract });
    const path = `/registry/${asset.asset_id}`;
    const zkp = await loadZkp();
    const signed = (key: Buffer, text: string) => ({ signature: signMessage(zkp, key, text) });
    const words = removalText(asset.asset_id);
    const wrong = { status: 400, text: "failed verifying deletion: signature verification failed" };
    expect(await send("DELETE", path, signed(Buffer.alloc(32, 8), words))).toEqual(wrong);
    expect(await send("DELETE", path, signed(SECRET, `${words}.`))).toEqual(wrong);
    expect((await send("DELETE", path, { signature: "no" })).status).toBe(400);
    expect((await send("DELETE", path, {})).status).toBe(400);
    expect((await send("GET", path)).status).toBe(200);
    expect(await send("DELETE", path, signed(SECRET, words))).toEqual({ status: 200, text: "Asset deleted" });
    expect(await send("GET", path)).toEqual({ status: 404, text: "Not Found" });
    expect(await send("DELETE", path, signed(SECRET, words))).toEqual({ status: 404, text: "Not Found" });
  });

  test("checks a contract against its hash before anything is issued", async () => {
    const { contract } = await issueRegistrable("hash.example", "HASH");
    const validate = (body: object) => send("POST", "/registry/contract/validate", body);
    const hash = contractHash(contract);
    expect(await validate({ contract, contract_hash: hash })).toEqual({ status: 200, text: "valid" });
    expect(await validate({ contract, contract_hash: "00".repeat(32) })).toEqual({
      status: 400,
      text: `contract hash mismatch, expected ${hash}`,
    });
  });

  test.each([
    ["POST", "/registry", { asset_id: "ab".repeat(32), contract: {} }, 400, "asset id not found"],
    ["POST", "/registry", { asset_id: "xyz", contract: {} }, 400, "invalid asset id"],
    ["POST", "/registry", { asset_id: "ab".repeat(32), contract: [] }, 400, "invalid contract fields"],
    ["POST", "/registry", [], 400, "invalid request"],
    [
      "POST",
      "/registry",
      { asset_id: "ab".repeat(32), contract: {}, domain_verification_method: "fax" },
      400,
      "http or dns",
    ],
    ["GET", "/registry/short", undefined, 400, "invalid asset id"],
    ["GET", `/registry/${"ab".repeat(32)}`, undefined, 404, "Not Found"],
    ["GET", "/registry", undefined, 404, "Not Found"],
    ["PUT", "/registry", {}, 404, "Not Found"],
    ["POST", "/control/sites", { domain: "Example.com", path: "a", content: "" }, 400, "domain"],
    ["POST", "/control/sites", { domain: "a.example", path: "../a b", content: "" }, 400, "path"],
    [
      "POST",
      "/control/sites/proof",
      { asset_uuid: "d22ad697-1829-5642-a74f-b7409c14d8be" },
      404,
      "Not found",
    ],
    ["DELETE", "/control/sites", { domain: "nowhere.example" }, 200, '"deleted":0'],
  ])("answers %s %s %j with %i", async (method, path, body, status, words) => {
    const answer = await send(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
  });

  test("outlives bodies that are no JSON, too deep or too large", async () => {
    const bodies: [string, number][] = [
      ["{", 400],
      ["[".repeat(100_000), 400],
      [`{"contract":${"[".repeat(20_000)}${"]".repeat(20_000)}}`, 400],
      [" ".repeat(1024 * 1024 + 1), 413],
    ];
    for (const [body, status] of bodies) {
      const response = await fetch(`${sandbox.url}/registry`, { method: "POST", body });
      expect(response.status).toBe(status);
    }
  });
});
