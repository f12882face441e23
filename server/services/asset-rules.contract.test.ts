import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/canonical-json";
import type { Actor } from "@/lib/domain/actor";
import type { SampleKind } from "@/lib/domain/authorizer-sample";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { signIn as enterAmp, issue } from "@/server/sandbox/amp/testing";
import { type IssuerService, json, startIssuerService } from "@/server/sandbox/green/testing";
import { verifyMessage } from "@/server/sandbox/ledger/signed-message";
import { loadZkp } from "@/server/sandbox/ledger/zkp";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { readAssetRules, tryEndpoint } from "./asset-rules";
import { signSample } from "./sample-signature";
import { signIn } from "./sign-in";

let sandbox: TestSandbox;
let desk: TestDesk;
let endpoint: IssuerService;
let issuer: Actor;
let assetUuid: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk({
    ...sandboxEnv(sandbox.url),
    SANDBOX_CONTROL_URL: `${sandbox.url}/control`,
    AMP_TESTNET_URL: `${sandbox.url}/api`,
  });
  endpoint = await startIssuerService();
  const amp = await enterAmp(sandbox, "issuer");
  assetUuid = (await issue(sandbox, amp)).asset_uuid;
  const account = { username: "issuer", password: "issuer-password" };
  const session = await signIn({ environment: "sandbox", method: "password", ...account });
  issuer = (await findActor(session)) as Actor;
});
afterAll(async () => {
  await endpoint?.stop();
  await desk?.close();
  await sandbox?.stop();
});

/** As an issuer's service should: who signed, then where it goes. */
async function careful(): Promise<IssuerService["answer"]> {
  const zkp = await loadZkp();
  const { address } = await fetch(`${sandbox.url}/control/authorizer`).then((answer) => answer.json());
  return (response, { message, signature }) => {
    const asked = { address, signature, text: canonicalJson(message) };
    const isSigned = verifyMessage(zkp, "testnet", asked) === "valid";
    const isKnown = message.request.outputs.every(({ gaid }: { gaid: string | null }) => gaid !== null);
    const error = !isSigned ? "not signed by AMP" : isKnown ? "" : "no GAID";
    json(response, { result: error === "", error });
  };
}

const ask = (kind: SampleKind, url = endpoint.url) =>
  tryEndpoint(issuer, { assetUuid, endpoint: url, kind, from: "", to: "" });

describe("the rules of an asset", () => {
  it("name what is required and what was decided", async () => {
    expect(await readAssetRules(issuer, assetUuid)).toMatchObject({
      asset: { assetUuid, issuerAuthorizationEndpoint: null },
      categories: [],
      decisions: [],
    });
  });
});

describe("a sample request", () => {
  it("is signed by the sandbox's AMP, and a careful endpoint tells good from bad", async () => {
    endpoint.answer = await careful();
    expect(await ask("transfer")).toMatchObject({
      verdict: "approved",
      status: 200,
      signer: { isAmp: true },
    });
    expect(await ask("plain-address")).toMatchObject({ verdict: "rejected", reason: "no GAID" });
    expect(await ask("bad-signature")).toMatchObject({ verdict: "rejected", reason: "not signed by AMP" });
    expect(endpoint.requests.map(({ path }) => path)).toEqual(Array(3).fill("/issuerauthorizer"));
    // Nothing of it is AMP's to know.
    expect((await readAssetRules(issuer, assetUuid)).decisions).toEqual([]);
  });

  it("tells what AMP could not use, with the answer as it came", async () => {
    endpoint.answer = (response) => void response.writeHead(500).end("out of order");
    expect(await ask("transfer")).toMatchObject({
      verdict: "unusable",
      status: 500,
      answer: "out of order",
    });
    expect(await ask("transfer", "http://127.0.0.1:9")).toMatchObject({ verdict: "unusable", status: null });
  });

  it("is refused under its field", async () => {
    await expect(ask("transfer", `${endpoint.url}/issuerauthorizer`)).rejects.toMatchObject({
      fields: { endpoint: [expect.any(String)] },
    });
    await expect(
      tryEndpoint(issuer, { assetUuid, endpoint: endpoint.url, kind: "transfer", from: "", to: "GA1" }),
    ).rejects.toMatchObject({ fields: { to: [expect.any(String)] } });
  });

  it("leaves this server for public addresses alone", async () => {
    const account = { username: "issuer", password: "issuer-password" };
    const session = await signIn({ environment: "testnet", method: "password", ...account });
    issuer = (await findActor(session)) as Actor;
    const before = endpoint.requests.length;
    expect(await ask("transfer", endpoint.url.replace("http:", "https:"))).toMatchObject({
      verdict: "unusable",
      status: null,
      signer: { isAmp: false },
    });
    await expect(ask("transfer")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(endpoint.requests).toHaveLength(before);
  });
});

describe("the desk's own signature", () => {
  it.each(["liquid", "testnet", "regtest"] as const)("is one that a node of %s verifies", async (network) => {
    const zkp = await loadZkp();
    for (const text of ["{}", `{"a":"${"x".repeat(300)}"}`]) {
      const { address, signature } = await signSample("a-workspace", network, text);
      expect(verifyMessage(zkp, network, { address, signature, text })).toBe("valid");
      expect(verifyMessage(zkp, network, { address, signature, text: `${text} ` })).toBe("mismatch");
    }
    const [one, other] = await Promise.all(
      ["a-workspace", "another"].map((workspace) => signSample(workspace, network, "{}")),
    );
    expect(one?.address).not.toBe(other?.address);
  });
});
