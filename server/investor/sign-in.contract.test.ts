import { describe, expect, it } from "vitest";
import { newWallet } from "@/server/identity/testing";
import { identityClient } from "@/server/identity-client/client";
import { turnClock } from "@/server/platform/clock";
import { finishSignIn, startSignIn } from "@/server/services/invest-sign-in";
import { isAlive, sharedPortalBench, signInBrowser } from "./testing";

const MINUTE = 60_000;
const bench = sharedPortalBench({ PORTAL_SESSION_IDLE_MINUTES: "2880", PORTAL_SESSION_HOURS: "720" });

const attemptOf = (address: string) => startSignIn({ address, chainId: 31337, forwardedFor: null });
const finish = (attempt: string | null, signature: string) =>
  finishSignIn({ attempt, signature, forwardedFor: null });

describe("signing in", () => {
  it("gives nothing to another browser that has the signature", async () => {
    const wallet = newWallet();
    const [own, foreign] = [await attemptOf(wallet.address), await attemptOf(wallet.address)];
    const signature = await wallet.signMessage({ message: own.text });
    for (const attempt of [null, "", `${own.secret}x`])
      await expect(finish(attempt, signature)).rejects.toMatchObject({ code: "CONFLICT" });
    // The service would take it: the text of the other browser is outstanding as well.
    await expect(finish(foreign.secret, signature)).rejects.toMatchObject({ code: "REJECTED" });
    expect(bench.gate.calls).not.toContain("POST /authorize/jwt");
    const { secret, next } = await finish(own.secret, signature);
    expect([await isAlive(secret), next]).toEqual([true, "/invest"]);
  });

  it("takes no signature over a text that was shown elsewhere, though its chain cannot be asked", async () => {
    const wallet = newWallet();
    const attempt = await attemptOf(wallet.address);
    const client = identityClient({ accessToken: null, forwardedFor: null });
    const { payload } = await client.call("requestText", {
      body: { address: wallet.address, chainId: null },
    });
    const signature = await wallet.signMessage({ message: payload });
    await expect(finish(attempt.secret, signature)).rejects.toMatchObject({ code: "REJECTED" });
    expect(bench.gate.calls).not.toContain("POST /authorize/jwt");
  });

  it("shows no text for a chain that the service does not list", async () => {
    bench.gate.target = await bench.ours.replica({ chains: { "31337": {} } as never });
    const visit = { address: newWallet().address, forwardedFor: null };
    await expect(startSignIn({ ...visit, chainId: 999 })).rejects.toThrow(/does not know this network/);
    expect(bench.gate.calls).not.toContain("POST /authorize");
    expect((await startSignIn({ ...visit, chainId: 31337 })).text).toContain("Chain ID: 31337");
  });

  it("takes a signature once, and a second try after a wrong one", async () => {
    const wallet = newWallet();
    const attempt = await attemptOf(wallet.address);
    const wrong = await newWallet().signMessage({ message: attempt.text });
    for (const signature of [wrong, "0x", "zz"])
      await expect(finish(attempt.secret, signature)).rejects.toMatchObject({ code: "REJECTED" });
    const right = await wallet.signMessage({ message: attempt.text });
    await finish(attempt.secret, right);
    await expect(finish(attempt.secret, right)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("forgets a text after ten minutes, and refuses what is no address", async () => {
    const wallet = newWallet();
    const attempt = await attemptOf(wallet.address);
    const signature = await wallet.signMessage({ message: attempt.text });
    turnClock(11 * MINUTE);
    await expect(finish(attempt.secret, signature)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(attemptOf("0xab")).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("shows a text that names the portal, where the service makes one", async () => {
    const wallet = newWallet();
    const first = await attemptOf(wallet.address);
    expect(first.text.startsWith("portal.example wants you to sign in")).toBe(true);
    await finish(first.secret, await wallet.signMessage({ message: first.text }));
    for (const target of [bench.older, await bench.ours.replica({ origins: [] })]) {
      bench.gate.target = target;
      expect((await attemptOf(wallet.address)).text.startsWith("Welcome!")).toBe(true);
    }
  });

  it("leads back to the issuer whose link was opened", async () => {
    const wallet = newWallet();
    const visit = { address: wallet.address, chainId: 1, issuer: "acme", forwardedFor: null };
    const attempt = await startSignIn(visit);
    const signature = await wallet.signMessage({ message: attempt.text });
    expect((await finish(attempt.secret, signature)).next).toBe("/invest/i/acme");
  });

  it("goes on with the issuer of the session before, for the same wallet alone", async () => {
    const { wallet } = await signInBrowser({ issuer: "acme" });
    const again = await signInBrowser({ wallet });
    expect((await again.investor()).issuerSlug).toBe("acme");
    expect((await (await signInBrowser()).investor()).issuerSlug).toBeNull();
  });
});
