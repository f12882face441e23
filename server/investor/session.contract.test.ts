import { describe, expect, it } from "vitest";
import { investorState } from "@/lib/domain/investor-state";
import { db } from "@/server/db/client";
import { newWallet } from "@/server/identity/testing";
import { decision, deliver, event } from "@/server/identity/veriff/double-testing";
import { identityClient } from "@/server/identity-client/client";
import { turnClock } from "@/server/platform/clock";
import { readInvestorView } from "@/server/services/invest";
import { setInvestorEmail, startKyc, testKyc } from "@/server/services/invest-kyc";
import { signOutInvestor, startSignIn } from "@/server/services/invest-sign-in";
import { askKycOf } from "./ask-kyc";
import { requireSameAccount } from "./current";
import { identityAs } from "./identity-as";
import { readPortalTokens, savePortalTokens } from "./session-store";
import { isAlive, sharedPortalBench, signInBrowser } from "./testing";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const bench = sharedPortalBench({ PORTAL_SESSION_IDLE_MINUTES: "2880", PORTAL_SESSION_HOURS: "720" });

const attemptOf = (address: string) => startSignIn({ address, chainId: 31337, forwardedFor: null });
const refreshes = () => bench.gate.calls.filter((call) => call === "POST /authorize/refresh").length;

describe("a session", () => {
  it("renews its token unnoticed, once for twenty reads at the same moment", async () => {
    const browser = await signInBrowser();
    turnClock(25 * HOUR);
    const investor = await browser.investor();
    const answers = await Promise.all(Array.from({ length: 20 }, () => identityAs(investor).call("getUser")));
    expect(new Set(answers.map(({ address }) => address))).toEqual(new Set([investor.address]));
    expect(refreshes()).toBe(1);
    turnClock(50 * HOUR);
    await identityAs(await browser.investor()).call("getUser");
    expect(refreshes()).toBe(2);
  });

  it("renews it once although twenty processes find it over", async () => {
    const browser = await signInBrowser();
    turnClock(25 * HOUR);
    const investor = await browser.investor();
    // Nobody knows of another one's renewal, as in processes of their own.
    class Forgetful extends Map {
      override get = () => undefined;
    }
    Object.assign(globalThis, { ampdeskRenewals: new Forgetful() });
    const calls = Array.from({ length: 20 }, () => identityAs(investor).call("getUser"));
    expect(new Set((await Promise.all(calls)).map(({ address }) => address)).size).toBe(1);
    expect(refreshes()).toBe(1);
    Object.assign(globalThis, { ampdeskRenewals: undefined });
  });

  it("renews a token that the service refuses before its time, and repeats the call", async () => {
    const browser = await signInBrowser();
    const { sessionId } = await browser.investor();
    const tokens = await readPortalTokens(db(), sessionId);
    if (!tokens) throw new Error("The session has no tokens.");
    await savePortalTokens(db(), sessionId, { ...tokens, accessToken: `${tokens.accessToken}x` });
    await setInvestorEmail(await browser.investor(), { email: "Ada@Example.org" });
    expect([refreshes(), bench.gate.calls.filter((call) => call === "PUT /user").length]).toEqual([1, 2]);
    const user = await identityAs(await browser.investor()).call("getUser");
    expect([user.email, refreshes()]).toEqual(["ada@example.org", 1]);
  });

  it("ends with the refresh token, with a clear word, and stays ended", async () => {
    const browser = await signInBrowser();
    const investor = await browser.investor();
    await bench.ours.call("POST /user/logout", { bearer: await accessTokenOf(browser.wallet) });
    turnClock(25 * HOUR);
    await expect(readInvestorView(investor)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await isAlive(browser.secret)).toBe(false);
    await expect(identityAs(investor).call("getUser")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await bench.desk.dump()).not.toContain(browser.secret);
  });

  it("ends after the idle and after the absolute time", async () => {
    const browser = await signInBrowser();
    turnClock(47 * HOUR);
    expect(await isAlive(browser.secret)).toBe(true);
    turnClock(96 * HOUR);
    expect(await isAlive(browser.secret)).toBe(false);
    turnClock(0);
    const used = await signInBrowser();
    for (let day = 1; day < 30; day++) {
      turnClock(day * 24 * HOUR);
      expect(await isAlive(used.secret)).toBe(true);
    }
    turnClock(720 * HOUR + 1);
    expect(await isAlive(used.secret)).toBe(false);
  });

  it("ends here alone, or everywhere", async () => {
    const wallet = newWallet();
    const [first, second, third] = [
      await signInBrowser({ wallet }),
      await signInBrowser({ wallet }),
      await signInBrowser({ wallet }),
    ];
    const stranger = await signInBrowser();
    await signOutInvestor(await first.investor(), { everywhere: false });
    expect(await Promise.all([first, second, third].map(({ secret }) => isAlive(secret)))).toEqual([
      false,
      true,
      true,
    ]);
    await identityAs(await second.investor()).call("getUser");
    const everywhere = await signOutInvestor(await second.investor(), { everywhere: true });
    expect(everywhere).toEqual({ isServiceEnded: true });
    expect(await Promise.all([second, third].map(({ secret }) => isAlive(secret)))).toEqual([false, false]);
    expect(await isAlive(stranger.secret)).toBe(true);
    const investor = await stranger.investor();
    bench.gate.state = "failing";
    expect(await signOutInvestor(investor, { everywhere: true })).toEqual({ isServiceEnded: false });
    expect(await isAlive(stranger.secret)).toBe(false);
  });

  it("is not what the page shows once the wallet is on another account", async () => {
    const investor = await (await signInBrowser()).investor();
    expect(requireSameAccount(investor, investor.address.toUpperCase().replace("0X", "0x"))).toBe(investor);
    expect(requireSameAccount(investor, undefined)).toBe(investor);
    const other = newWallet().address;
    expect(() => requireSameAccount(investor, other)).toThrow(/another account/);
  });

  it("leaves neither secret nor token readable in the database", async () => {
    const browser = await signInBrowser();
    const accessToken = await accessTokenOf(browser.wallet);
    const rows = await bench.desk.dump();
    expect(rows).toContain((await browser.investor()).address);
    expect(rows).not.toContain(browser.secret);
    expect(rows).not.toContain(accessToken.slice(0, 30));
  });
});

/** A login of the same wallet beside the portal. */
async function accessTokenOf(wallet: ReturnType<typeof newWallet>): Promise<string> {
  const client = identityClient({ accessToken: null, forwardedFor: null });
  const body = { address: wallet.address, chainId: null };
  const { payload } = await client.call("requestText", { body });
  const signedPayload = await wallet.signMessage({ message: payload });
  return (await client.call("logIn", { body: { ...body, signedPayload } })).accessToken;
}

const idOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

describe("what the service tells of the identification", () => {
  it("follows a verification step by step", async () => {
    const browser = await signInBrowser();
    const stateOf = async () => investorState(await readInvestorView(await browser.investor()));
    expect(await stateOf()).toBe("email-missing");
    await setInvestorEmail(await browser.investor(), { email: "ada@example.org" });
    expect(await stateOf()).toBe("identity-not-started");
    const id = idOf((await startKyc(await browser.investor())).url);
    expect(await stateOf()).toBe("identity-created");
    const address = browser.wallet.address;
    for (const [say, state] of [
      [() => deliver(bench.ours, "event", event(id, "started")), "identity-started"],
      [() => deliver(bench.ours, "event", event(id, "submitted")), "identity-submitted"],
      [() => deliver(bench.ours, "decision", decision(id, "review", address)), "identity-review"],
      [() => deliver(bench.ours, "decision", decision(id, "approved", address)), "amp-id-missing"],
    ] as const) {
      expect((await say()).status).toBe(200);
      expect(await stateOf()).toBe(state);
    }
    expect(await askKycOf(address)).toMatchObject({ isRevoked: false, isExpired: false });
    expect(await askKycOf(newWallet().address)).toBeNull();
  });

  it("keeps a decision that an older service tells once, over a reload and on a second device", async () => {
    bench.gate.target = bench.older;
    const wallet = newWallet();
    const browser = await signInBrowser({ wallet });
    await setInvestorEmail(await browser.investor(), { email: "ada@example.org" });
    const view = await readInvestorView(await browser.investor());
    expect([investorState(view), view.whitelist, view.offers.chains]).toEqual([
      "identity-not-started",
      null,
      [],
    ]);
    expect(bench.gate.calls).not.toContain("POST /veriff/session");
    const first = (await startKyc(await browser.investor())).url;
    const declined = decision(idOf(first), "declined", wallet.address, { reasonCode: 103 });
    expect((await deliver(bench.older, "decision", declined)).status).toBe(200);
    const told = await readInvestorView(await browser.investor());
    expect(told.kyc.lastDecision).toMatchObject({ status: "declined", reasonCode: 103 });
    const asked = bench.gate.calls.filter((call) => call === "POST /veriff/session").length;
    const again = await readInvestorView(await browser.investor());
    expect(bench.gate.calls.filter((call) => call === "POST /veriff/session").length).toBe(asked + 1);
    const second = await signInBrowser({ wallet });
    const elsewhere = await readInvestorView(await second.investor());
    for (const later of [again, elsewhere]) {
      expect(later.kyc.lastDecision).toMatchObject({ status: "declined", reasonCode: 103 });
      expect([later.kyc.session, investorState(later)]).toEqual(["created", "identity-declined"]);
    }
    expect((await startKyc(await second.investor())).url).not.toBe(first);
    // The older service knows one login of a wallet: the first device is told when its token ends.
    turnClock(25 * HOUR);
    await expect(readInvestorView(await browser.investor())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    expect((await readInvestorView(await second.investor())).isServiceReachable).toBe(true);
  });

  it("says that the service is away, and shows what it said last", async () => {
    const browser = await signInBrowser();
    const investor = await browser.investor();
    const { firstName, lastName } = { firstName: "Ada", lastName: "Byron" };
    await testKyc(investor, { firstName, lastName });
    expect((await readInvestorView(investor)).kyc.isCompleted).toBe(true);
    bench.gate.state = "failing";
    const view = await readInvestorView(investor);
    expect([view.isServiceReachable, view.kyc.isCompleted]).toEqual([false, true]);
    expect(investorState(view)).toBe("service-away");
    await expect(startKyc(investor)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(attemptOf(investor.address)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(setInvestorEmail(investor, { email: "a@b.example" })).rejects.toMatchObject({
      ...{ code: "UNAVAILABLE", retryable: false },
    });
    bench.gate.state = "open";
    expect((await readInvestorView(investor)).isServiceReachable).toBe(true);
  });
});
