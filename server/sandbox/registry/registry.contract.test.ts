import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AmpCaller, callNode, mine, signIn } from "../amp/testing";
import { signMessage } from "../ledger/signed-message";
import { loadZkp } from "../ledger/zkp";
import { startTestSandbox, type TestSandbox } from "../testing";
import { contractHash } from "./contract";
import { proofText } from "./domain-proof";
import { removalText } from "./removal";

// biome-ignore lint/suspicious/noExplicitAny: answers as they come over the wire
type Wire = any;
const SECRET = Buffer.alloc(32, 7);
let sandbox: TestSandbox;
let amp: AmpCaller;
let pubkey: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  const point = (await loadZkp()).ecc.pointFromScalar(SECRET, true);
  pubkey = Buffer.from(point ?? []).toString("hex");
});
afterAll(() => sandbox?.stop());

async function send(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.url}${path}`, init);
  return { status: response.status, text: await response.text() };
}
const post = (body: unknown) => send("POST", "/registry", body);
const control = async (method: string, path: string, body: object) => {
  const { status, text } = await send(method, `/control${path}`, body);
  return { status, body: JSON.parse(text) };
};

interface Registrable {
  asset: Wire;
  contract: Record<string, unknown>;
}

async function issueRegistrable(domain: string, ticker: string, blocks = 1): Promise<Registrable> {
  const { status, body } = await amp.post("/assets/issue", {
    name: "Harbour Bond 2031",
    amount: 1000,
    precision: 2,
    destination_address: await callNode(sandbox, "getnewaddress"),
    ...{ domain, ticker, pubkey },
  });
  expect(status).toBe(201);
  if (blocks) await mine(sandbox, blocks);
  const contract = {
    entity: { domain },
    issuer_pubkey: pubkey,
    name: "Harbour Bond 2031",
    precision: 2,
    ticker,
    version: 0,
  };
  return { asset: body, contract };
}

const publishProof = (asset: Wire) => control("POST", "/sites/proof", { asset_uuid: asset.asset_uuid });

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

describe("AMP's register", () => {
  const register = (asset: Wire) => amp.get(`/assets/${asset.asset_uuid}/register`);

  test("hands the registry's refusals on and registers once", async () => {
    const { asset } = await issueRegistrable("mole.example", "MOLE", 0);
    await publishProof(asset);
    expect(await register(asset)).toEqual({
      status: 400,
      body: { Error: "failed verifying on-chain issuance: issuance transaction unconfirmed" },
    });
    await mine(sandbox, 1);
    const { status, body } = await register(asset);
    expect([status, body.is_registered]).toEqual([200, true]);
    expect((await send("GET", `/registry/${asset.asset_id}`)).status).toBe(200);
    expect(await register(asset)).toEqual({
      status: 400,
      body: { Error: "The asset is already registered." },
    });
    expect((await amp.post(`/assets/${asset.asset_uuid}/register`)).status).toBe(405);
  });

  test("refuses an asset without domain, ticker and pubkey, and one whose site is silent", async () => {
    const plain = await amp.post("/assets/issue", {
      name: "Plain Share",
      amount: 5,
      destination_address: await callNode(sandbox, "getnewaddress"),
    });
    await mine(sandbox, 1);
    expect((await register(plain.body)).body.Error).toContain("without domain, ticker and pubkey");
    const { asset } = await issueRegistrable("silent.example", "SLNT");
    expect((await register(asset)).body.Error).toMatch(
      /^failed verifying linked entity: failed fetching https:\/\/silent\.example\/\.well-known\/liquid-asset-proof-/,
    );
    expect((await amp.get(`/assets/${asset.asset_uuid}`)).body.is_registered).toBe(false);
  });

  test("lets a switch ask for two confirmations before authorization in place of three", async () => {
    const { asset } = await issueRegistrable("two.example", "TWO", 2);
    const authorize = () => amp.get(`/assets/${asset.asset_uuid}/register-authorized`);
    expect((await authorize()).body.Error).toContain("3 confirmations");
    await control("POST", "/switches", { authorizeAtTwo: true });
    expect((await authorize()).body.is_authorized).toBe(true);
    await control("POST", "/switches", { authorizeAtTwo: false });
  });
});

describe("a site elsewhere", () => {
  let site: Server;
  let answerWith: (url: string) => { status?: number; location?: string; body?: string; delayMs?: number };

  beforeAll(async () => {
    site = createServer(async (request, response) => {
      const { status = 200, location, body = "", delayMs = 0 } = answerWith(request.url ?? "");
      await sleep(delayMs);
      response.writeHead(status, location ? { location } : {}).end(body);
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    sandbox.world.env.sitesUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/{domain}`;
  });
  afterAll(() => {
    delete sandbox.world.env.sitesUrl;
    site.closeAllConnections();
    site.close();
  });

  const register = (asset: Wire) => amp.get(`/assets/${asset.asset_uuid}/register`);

  test("is asked at the address of the configuration, through redirects", async () => {
    const { asset } = await issueRegistrable("cove.example", "COVE");
    const asked: string[] = [];
    answerWith = (url) => {
      asked.push(url);
      return url.endsWith("/moved")
        ? { body: `${proofText("cove.example", asset.asset_id)}\n` }
        : { status: 301, location: "/moved" };
    };
    expect((await register(asset)).status).toBe(200);
    expect(asked).toEqual([`/cove.example/.well-known/liquid-asset-proof-${asset.asset_id}`, "/moved"]);
  });

  test.each([
    ["an error", () => ({ status: 503 }), /503 Service Unavailable$/],
    ["redirects without end", () => ({ status: 302, location: "/again" }), /too many redirects$/],
    ["a page of 65 KiB", () => ({ body: "x".repeat(65 * 1024) }), /larger than 64 KiB$/],
    ["an empty page", () => ({}), /verification page contents mismatch$/],
  ])("that answers %s is named in the refusal", async (_, answer, words) => {
    const { asset } = await issueRegistrable("reef.example", "REEF");
    answerWith = answer;
    const { status, body } = await register(asset);
    expect(status).toBe(400);
    expect(body.Error).toMatch(words);
  });

  test("that is slow delays nobody else, and whoever is first registers", async () => {
    const { asset } = await issueRegistrable("slow.example", "SLOW");
    answerWith = () => ({ body: proofText("slow.example", asset.asset_id), delayMs: 1500 });
    const both = [register(asset), register(asset)];
    await sleep(200);
    const began = Date.now();
    expect((await amp.post(`/assets/${asset.asset_uuid}/memo/set`, "meanwhile")).status).toBe(200);
    await mine(sandbox, 1);
    expect((await amp.get(`/assets/${asset.asset_uuid}`)).body.is_registered).toBe(false);
    expect(Date.now() - began).toBeLessThan(1000);
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test("that never answers is given up after five seconds", async () => {
    const { asset } = await issueRegistrable("never.example", "NEVR");
    answerWith = () => ({ delayMs: 20_000 });
    const began = Date.now();
    expect((await register(asset)).body.Error).toMatch(/operation timed out$/);
    expect(Date.now() - began).toBeLessThan(8000);
  });
});
