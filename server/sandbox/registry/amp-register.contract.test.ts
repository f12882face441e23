import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { callNode, mine } from "../amp/testing";
import { proofText } from "./domain-proof";
import { type RegistryGround, startRegistry } from "./testing";

let sandbox: RegistryGround["sandbox"];
let amp: RegistryGround["amp"];
let send: RegistryGround["send"];
let post: RegistryGround["post"];
let control: RegistryGround["control"];
let issueRegistrable: RegistryGround["issueRegistrable"];
let publishProof: RegistryGround["publishProof"];

beforeAll(async () => {
  ({ sandbox, amp, send, post, control, issueRegistrable, publishProof } = await startRegistry());
});
afterAll(() => sandbox?.stop());

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

  test("takes over what somebody gave the registry directly, once and without asking the domain again", async () => {
    const { asset, contract } = await issueRegistrable("direct.example", "DRCT");
    await publishProof(asset);
    const given = await post({ asset_id: asset.asset_id, contract });
    expect(given.status).toBeLessThan(300);
    expect((await amp.get(`/assets/${asset.asset_uuid}`)).body.is_registered).toBe(false);
    sandbox.world.env.sitesUrl = "http://127.0.0.1:9/{domain}";
    try {
      expect(await register(asset)).toMatchObject({ status: 200, body: { is_registered: true } });
    } finally {
      delete sandbox.world.env.sitesUrl;
    }
    expect((await amp.get(`/assets/${asset.asset_uuid}`)).body.is_registered).toBe(true);
    expect(await register(asset)).toEqual({
      status: 400,
      body: { Error: "The asset is already registered." },
    });
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
  let answerWith: (url: string) => {
    status?: number;
    location?: string;
    body?: string;
    until?: Promise<void>;
  };

  beforeAll(async () => {
    site = createServer(async (request, response) => {
      const { status = 200, location, body = "", until } = answerWith(request.url ?? "");
      await until;
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
    const asked: string[] = [];
    let answer = () => {};
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    answerWith = (url) => {
      asked.push(url);
      return { body: proofText("slow.example", asset.asset_id), until };
    };
    const both = [register(asset), register(asset)];
    await expect.poll(() => asked.length).toBe(2);
    // The site answers after all this: had it to wait for the site, neither would register.
    expect((await amp.post(`/assets/${asset.asset_uuid}/memo/set`, "meanwhile")).status).toBe(200);
    await mine(sandbox, 1);
    expect((await amp.get(`/assets/${asset.asset_uuid}`)).body.is_registered).toBe(false);
    answer();
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test("that never answers is given up after five seconds", async () => {
    const { asset } = await issueRegistrable("never.example", "NEVR");
    answerWith = () => ({ until: new Promise(() => {}) });
    const began = Date.now();
    expect((await register(asset)).body.Error).toMatch(/operation timed out$/);
    expect(Date.now() - began).toBeLessThan(8000);
  });
});
