import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { Investor } from "@/lib/domain/investor";
import { investorState } from "@/lib/domain/investor-state";
import { findActor } from "@/server/auth/store";
import { db } from "@/server/db/client";
import { portalAmpIds } from "@/server/db/schema/portal";
import { sandboxEnv } from "@/server/db/testing";
import { newWallet } from "@/server/identity/testing";
import { findAmpId } from "@/server/investor/amp-id-store";
import {
  type Browser,
  isAlive,
  type PortalBench,
  signInBrowser,
  startPortalBench,
} from "@/server/investor/testing";
import { turnClock } from "@/server/platform/clock";
import { changeRequest } from "@/server/requests/store";
import { openPortal, SETTINGS } from "@/server/requests/testing";
import { newGaid } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { readInvestorView, readIssuer } from "./invest";
import { bindAmpId, prepareAmpId } from "./invest-amp-id";
import { askForErasure, readOwnData } from "./invest-data";
import { setInvestorEmail, testKyc } from "./invest-kyc";
import { type RequestForm, retryWhitelist, sendRequest, withdrawRequest } from "./invest-request";
import { readRequestChains } from "./request-chains";
import { openRequestPerson } from "./requests";
import { findOwnRequests } from "./requests-inbox";
import { signIn } from "./sign-in";

let sandbox: TestSandbox;
let bench: PortalBench;
let issuer: Actor;
const issuerSlug = SETTINGS.slug;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  bench = await startPortalBench(sandboxEnv(sandbox.url));
  const account = { method: "password", username: "issuer", password: "issuer-password" } as const;
  const actor = await findActor(await signIn({ environment: "sandbox", ...account }));
  if (!actor) throw new Error("The issuer is not signed in.");
  issuer = actor;
  await openPortal({ actor } as Parameters<typeof openPortal>[0]);
});
afterAll(async () => {
  await bench?.stop();
  await sandbox?.stop();
});
beforeEach(() => {
  const gate = { state: "open", target: bench.ours, refused: null, meanwhile: null };
  Object.assign(bench.gate, { calls: [], ...gate });
});
afterEach(() => turnClock(0));

const person = { firstName: "Ada", lastName: "Byron" };
const form = (rest: Partial<RequestForm> = {}): RequestForm => ({
  ...{ intentId: randomUUID(), issuer: issuerSlug, personName: "Ada Byron", isCompany: false },
  ...rest,
});

async function bind(browser: Browser, gaid: string) {
  const { text } = await prepareAmpId(await browser.investor(), { gaid });
  const signature = await browser.wallet.signMessage({ message: text });
  return { text, signature, bound: await bindAmpId(await browser.investor(), { gaid, signature }) };
}

/** Verified, with e-mail and AMP ID. */
async function ready(): Promise<{ browser: Browser; investor: Investor; gaid: string }> {
  const browser = await signInBrowser({ issuer: issuerSlug });
  const investor = await browser.investor();
  await setInvestorEmail(investor, { email: "ada@example.org" });
  await testKyc(investor, person);
  const gaid = await newGaid(sandbox);
  await bind(browser, gaid);
  return { browser, investor, gaid };
}

describe("an AMP ID", () => {
  it("is bound by a signature of the wallet over a text that names both, and AMP knows it", async () => {
    const browser = await signInBrowser({ issuer: issuerSlug });
    const gaid = await newGaid(sandbox);
    const investor = await browser.investor();
    const { text, isKnownToAmp } = await prepareAmpId(investor, { gaid });
    expect([isKnownToAmp, text.includes(gaid), text.includes(browser.wallet.address)]).toEqual([
      ...[true, true, true],
    ]);
    const stranger = await newWallet().signMessage({ message: text });
    // A contract could have signed what no key of the wallet did, and its chain is out of reach.
    await expect(bindAmpId(investor, { gaid, signature: stranger })).rejects.toThrow(/is a contract/);
    await expect(bindAmpId(investor, { gaid, signature: "0xzz" })).rejects.toMatchObject({
      code: "REJECTED",
    });
    const signature = await browser.wallet.signMessage({ message: text });
    const other = await (await signInBrowser({ wallet: browser.wallet })).investor();
    await expect(bindAmpId(other, { gaid, signature })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await bindAmpId(investor, { gaid, signature })).toMatchObject({ gaid });
    await expect(bindAmpId(investor, { gaid, signature })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await readInvestorView(other)).ampId?.gaid).toBe(gaid);
  });

  it("is refused at its field when it is none, or AMP does not know it", async () => {
    const investor = await (await signInBrowser({ issuer: issuerSlug })).investor();
    const unknown = "GA2HsrczzwaFzdJiw5NJM8P4iWKQh1";
    for (const gaid of ["GA1", "nothing", unknown])
      await expect(prepareAmpId(investor, { gaid })).rejects.toMatchObject({
        ...{ code: "INVALID_INPUT", fields: { gaid: [expect.any(String)] } },
      });
  });

  it("is checked with the request when no issuer's link was open before", async () => {
    const browser = await signInBrowser();
    const gaid = await newGaid(sandbox);
    expect(await prepareAmpId(await browser.investor(), { gaid })).toMatchObject({ isKnownToAmp: null });
    await bind(browser, gaid);
    const investor = await browser.investor();
    await setInvestorEmail(investor, { email: "ada@example.org" });
    await testKyc(investor, person);
    expect(investorState(await readInvestorView(investor))).toBe("issuer-missing");
    expect(investorState(await readInvestorView(investor, issuerSlug))).toBe("request-ready");
    // The link is remembered for the way back from elsewhere.
    expect(investorState(await readInvestorView(await browser.investor()))).toBe("request-ready");
    expect((await sendRequest(investor, form())).state).toBe("open");
  });
});

describe("a request", () => {
  it("goes to the identity service and into the issuer's inbox, once however often it is sent", async () => {
    const { investor, gaid } = await ready();
    const sent = form();
    const [first, again] = [await sendRequest(investor, sent), await sendRequest(investor, sent)];
    expect(again).toEqual(first);
    expect(bench.gate.calls).toContain("POST /user/whitelist");
    await expect(sendRequest(investor, form())).rejects.toMatchObject({ code: "CONFLICT" });
    const view = await readInvestorView(investor);
    expect([view.request?.id, view.request?.gaid, investorState(view)]).toEqual([
      ...[first.id, gaid, "request-open"],
    ]);
    await retryWhitelist(investor, { issuer: issuerSlug });
    bench.gate.calls = [];
    await expect(sendRequest(investor, form())).rejects.toMatchObject({ code: "CONFLICT" });
    expect(bench.gate.calls).toEqual([]);
    const withdrawn = await withdrawRequest(investor, { requestId: first.id });
    expect([withdrawn.state, investorState(await readInvestorView(investor))]).toEqual([
      ...["withdrawn", "request-withdrawn"],
    ]);
    await expect(retryWhitelist(investor, { issuer: issuerSlug })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(bench.gate.calls).not.toContain("POST /user/whitelist");
  });

  it("asks the identity service for nothing where the issuer takes no requests", async () => {
    const { investor } = await ready();
    const opener = { actor: issuer } as Parameters<typeof openPortal>[0];
    await openPortal(opener, { isOpen: false });
    bench.gate.calls = [];
    await expect(sendRequest(investor, form())).rejects.toMatchObject({ code: "REJECTED" });
    expect(bench.gate.calls).toEqual([]);
    await openPortal(opener);
  });

  it("says on both sides which chain the service does not serve, and how far it is once it does", async () => {
    const { investor } = await ready();
    const { id, unservedChainIds } = await sendRequest(investor, form());
    expect(unservedChainIds).toEqual(SETTINGS.chainIds);
    const [chainId] = SETTINGS.chainIds;
    const chain = { chainId, hash: null, reason: null };
    const unserved = { isTold: true, chains: [{ ...chain, state: "unserved" }] };
    expect(await readRequestChains(issuer, id)).toEqual(unserved);
    const address = `0x${"2".repeat(40)}`;
    const approver = { walletApproverPrivateKey: "1".repeat(64), walletApproverServiceAddress: address };
    const chains = { [`${chainId}`]: { rpcUrl: "http://127.0.0.1:1", ...approver } };
    bench.gate.target = await bench.ours.replica({ chains });
    await retryWhitelist(investor, { issuer: issuerSlug });
    expect((await readInvestorView(investor)).request?.unservedChainIds).toEqual([]);
    const queued = { isTold: true, chains: [{ ...chain, state: "queued" }] };
    expect(await readRequestChains(issuer, id)).toEqual(queued);
    // What the investor was told first says nothing of a task that there is.
    await changeRequest(id, ["open"], { unservedChainIds: SETTINGS.chainIds });
    expect(await readRequestChains(issuer, id)).toEqual(queued);
    await changeRequest(id, ["open"], { unservedChainIds: [] });
    const untold = { isTold: false, chains: [{ ...chain, state: null }] };
    for (const state of ["failing", "strange"] as const) {
      bench.gate.state = state;
      expect(await readRequestChains(issuer, id)).toEqual(untold);
    }
    await expect(readRequestChains(issuer, randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("rests on the issuer's own AMP, not on another environment's word", async () => {
    const { investor } = await ready();
    const { address } = investor;
    await db().update(portalAmpIds).set({ checkedBy: "live" }).where(eq(portalAmpIds.address, address));
    await sendRequest(investor, form());
    expect((await findAmpId(address))?.checkedBy).toBe("sandbox");
  });

  it("carries the verified name beside the given one, or says that there is none", async () => {
    const { investor } = await ready();
    const openedOf = async () => {
      const { id } = await sendRequest(investor, form({ personName: "Grace Hopper" }));
      const person = await openRequestPerson(issuer, { requestId: id });
      await withdrawRequest(investor, { requestId: id });
      return person;
    };
    expect(await openedOf()).toMatchObject({ name: "Grace Hopper", verifiedName: "Ada Byron" });
    bench.gate.refused = "GET /user/data";
    expect(await openedOf()).toMatchObject({ name: "Grace Hopper", verifiedName: null });
    expect(JSON.parse((await readOwnData(investor)).text).identityService.kycCompleted).toBe(true);
  });

  it("hands both proofs over, and what the service says, not what the browser says", async () => {
    const { investor, gaid } = await ready();
    const { id } = await sendRequest(investor, form());
    const opened = await openRequestPerson(issuer, { requestId: id });
    const names = { name: "Ada Byron", verifiedName: "Ada Byron" };
    expect(opened).toEqual({ ...names, email: "ada@example.org", isCompany: false });
    const rows = await bench.desk.dump();
    expect(rows).toContain(gaid);
    expect(rows).not.toContain("ada@example.org");
    expect(rows).not.toContain("Ada Byron");
  });

  it("is not sent while something is missing", async () => {
    const browser = await signInBrowser({ issuer: issuerSlug });
    const investor = await browser.investor();
    const conflict = (words: RegExp) => expect(sendRequest(investor, form())).rejects.toThrow(words);
    await conflict(/AMP ID first/);
    await bind(browser, await newGaid(sandbox));
    await conflict(/e-mail address first/);
    await setInvestorEmail(investor, { email: "ada@example.org" });
    await conflict(/not verified/);
    await testKyc(investor, person);
    await expect(sendRequest(investor, form({ issuer: "nobody" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await readIssuer("nobody")).toBeNull();
    expect(await readIssuer(issuerSlug)).toMatchObject({ name: SETTINGS.issuerName, environment: "sandbox" });
  });

  it("works with a service that has none of our routes", async () => {
    bench.gate.target = bench.older;
    const { investor } = await ready();
    const view = await readInvestorView(investor);
    expect([view.whitelist, view.kyc.isCompleted, investorState(view)]).toEqual([
      null,
      true,
      "request-ready",
    ]);
    expect((await sendRequest(investor, form())).state).toBe("open");
    await expect(askForErasure(investor)).rejects.toMatchObject({ code: "REJECTED" });
    expect(JSON.parse((await readOwnData(investor)).text).identityService.kycCompleted).toBe(true);
  });

  it("is another wallet's to nobody else", async () => {
    const [{ investor }, stranger] = [await ready(), await ready()];
    const { id } = await sendRequest(investor, form());
    await expect(withdrawRequest(stranger.investor, { requestId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await readInvestorView(stranger.investor)).request).toBeNull();
    const data = (await readOwnData(stranger.investor)).text;
    expect([data.includes(stranger.gaid), data.includes(investor.address)]).toEqual([true, false]);
  });
});

describe("my data", () => {
  it("is handed out whole, and erased with every login", async () => {
    const { browser, investor, gaid } = await ready();
    const second = await signInBrowser({ wallet: browser.wallet });
    await sendRequest(investor, form());
    const file = await readOwnData(investor);
    expect(file.name).toMatch(/^my-data-[\d-]+\.json$/);
    for (const part of [gaid, "ada@example.org", "Byron", "MORGA753116SM9IJ"])
      expect(file.text).toContain(part);
    const { kept } = await askForErasure(investor);
    expect(kept).toContain("requests");
    expect([await isAlive(browser.secret), await isAlive(second.secret)]).toEqual([false, false]);
    const back = await signInBrowser({ wallet: browser.wallet, issuer: issuerSlug });
    const view = await readInvestorView(await back.investor());
    expect([view.email, view.ampId, view.kyc.isCompleted, view.request?.state]).toEqual([
      ...[null, null, false, "withdrawn"],
    ]);
  });

  it("is erased although the issuer begins to decide meanwhile, and the request stays there", async () => {
    const { browser, investor } = await ready();
    const { id } = await sendRequest(investor, form());
    bench.gate.meanwhile = async (call) =>
      call === "DELETE /user/data" && changeRequest(id, ["open"], { state: "approving" });
    expect((await askForErasure(investor)).kept).toContain("requests");
    expect([await isAlive(browser.secret), await findAmpId(investor.address)]).toEqual([false, null]);
    expect((await findOwnRequests(investor))[0]?.state).toBe("approving");
  });
});
