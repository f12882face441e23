import { afterAll, beforeAll, expect } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { settingsOf, startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { newWallet, type TestIdentity } from "../testing";
import { decision, deliver, event, startVeriffDouble, type VeriffDouble } from "../veriff/double-testing";
import { Amptzr, dialogOf } from "./amptzr-testing";
import { clear, drain, isApproved } from "./queue-testing";
import { conform } from "./testing";

let evm: TestContracts;
let veriff: VeriffDouble;

beforeAll(async () => {
  [evm, veriff] = await Promise.all([startChainWithContracts(), startVeriffDouble()]);
});
afterAll(async () => {
  turnClock(0);
  await veriff?.stop();
  await evm?.stop();
});

const config = () => ({
  ...{ veriff: veriff.config, faucetEnabled: true, autoInvestEnabled: true },
  chains: { "31337": settingsOf(evm) },
});

const HOUR_MS = 3_600_000;

async function loggedIn(bench: TestIdentity): Promise<Amptzr> {
  turnClock(0);
  const amptzr = new Amptzr(bench, newWallet());
  await amptzr.logIn();
  amptzr.calls.length = 0;
  return amptzr;
}

const openDialog = (amptzr: Amptzr) => amptzr.call("POST /veriff/session", {});
const sessionOf = (url: string) => url.split("/").at(-1) ?? "";

/** The dialog opened, the person through with Veriff. */
async function submitted(bench: TestIdentity, amptzr: Amptzr): Promise<string> {
  const id = sessionOf((await openDialog(amptzr)).body.verification_url);
  await deliver(bench, "event", event(id, "started"));
  await deliver(bench, "event", event(id, "submitted"));
  return id;
}

async function approved(bench: TestIdentity): Promise<Amptzr> {
  const amptzr = await loggedIn(bench);
  const id = await submitted(bench, amptzr);
  await deliver(bench, "decision", decision(id, "approved", amptzr.wallet.address));
  amptzr.calls.length = 0;
  return amptzr;
}

conform(
  {
    "ID-GEN-17": async (bench) => {
      const amptzr = await loggedIn(bench);
      const id = await submitted(bench, amptzr);
      const empty = [
        await deliver(bench, "event", event(id, "submitted")),
        await deliver(bench, "decision", decision(id, "approved", amptzr.wallet.address)),
        await amptzr.call("POST /user/whitelist", { issuer_address: evm.contracts.issuer, chain_id: 31337 }),
        await amptzr.call("POST /faucet/31337", {}),
        await amptzr.call("POST /user/logout"),
      ];
      for (const { status, text, headers } of empty) {
        expect([status, text, headers.has("content-type")]).toEqual([200, "", false]);
      }
    },
    "ID-FE-01": async (bench) => {
      const amptzr = new Amptzr(bench, newWallet());
      expect(amptzr.isLoggedIn).toBe(false);
      await amptzr.logIn();
      expect(amptzr.calls).toEqual(["POST /authorize 200", "POST /authorize/jwt 200"]);
      expect([amptzr.isLoggedIn, amptzr.page]).toEqual([true, "app"]);
      const { body } = await amptzr.call("GET /user");
      expect(body).toMatchObject({ address: amptzr.wallet.address.toLowerCase(), email: null });
    },
    "ID-FE-02": async (bench) => {
      const amptzr = await loggedIn(bench);
      turnClock(25 * HOUR_MS);
      expect((await amptzr.call("GET /user")).status).toBe(200);
      expect(amptzr.calls).toEqual(["GET /user 400", "POST /authorize/refresh 200", "GET /user 200"]);
      turnClock(0);
    },
    "ID-FE-03": async (bench) => {
      const amptzr = await loggedIn(bench);
      turnClock(91 * 24 * HOUR_MS);
      expect((await amptzr.call("GET /user")).body.err_code).toBe("0208");
      expect(amptzr.calls).toEqual(["GET /user 400", "POST /authorize/refresh 400"]);
      expect([amptzr.isLoggedIn, amptzr.page, amptzr.showsError]).toEqual([false, "start", false]);
      turnClock(0);
    },
    "ID-FE-04": async (bench) => {
      const rotating = await bench.replica({ fixes: ["rotateRefresh"] });
      const amptzr = await loggedIn(rotating);
      const seen = [amptzr.tokens?.refresh];
      for (const days of [2, 4, 6]) {
        turnClock(days * 24 * HOUR_MS);
        expect((await amptzr.call("GET /user")).status).toBe(200);
        seen.push(amptzr.tokens?.refresh);
      }
      expect(new Set(seen).size).toBe(4);
      turnClock(0);
    },
    "ID-FE-05": async (bench) => {
      const amptzr = await loggedIn(bench);
      const first = await openDialog(amptzr);
      expect(dialogOf(first)).toEqual({ polls: false, closes: false, hasStart: true, reason: null });
      const id = sessionOf(first.body.verification_url);
      await deliver(bench, "event", event(id, "started"));
      expect(dialogOf(await openDialog(amptzr)).hasStart).toBe(true);
      await deliver(bench, "event", event(id, "submitted"));
      for (let poll = 0; poll < 3; poll++) {
        expect(dialogOf(await openDialog(amptzr))).toMatchObject({ polls: true, hasStart: false });
      }
      await deliver(bench, "decision", decision(id, "approved", amptzr.wallet.address));
      expect(dialogOf(await openDialog(amptzr))).toMatchObject({ polls: false, closes: true });
      expect((await amptzr.call("GET /user")).body.kyc_completed).toBe(true);
      expect(veriff.callsOf(amptzr.wallet.address.toLowerCase())).toHaveLength(1);
    },
    "ID-FE-06": async (bench) => {
      for (const [status, isSameUrl] of [
        ["resubmission_requested", true],
        ["declined", false],
      ] as const) {
        const amptzr = await loggedIn(bench);
        const id = await submitted(bench, amptzr);
        const said = { reason: "The photo is blurred.", reasonCode: 204 };
        await deliver(bench, "decision", decision(id, status, amptzr.wallet.address, said));
        const answer = await openDialog(amptzr);
        expect(dialogOf(answer)).toEqual({
          polls: false,
          closes: false,
          hasStart: true,
          reason: said.reason,
        });
        expect(sessionOf(answer.body.verification_url) === id).toBe(isSameUrl);
      }
    },
    "ID-FE-07": async (bench) => {
      await clear(bench);
      const amptzr = await approved(bench);
      const { address } = amptzr.wallet;
      const body = { issuer_address: evm.contracts.issuer, chain_id: 31337 };
      expect((await amptzr.call("POST /user/whitelist", body)).status).toBe(200);
      expect(await isApproved(evm, address)).toBe(false);
      await drain(bench);
      expect(await isApproved(evm, address)).toBe(true);
    },
    "ID-FE-08": async (bench) => {
      const amptzr = await loggedIn(bench);
      const { address } = amptzr.wallet;
      const faucet = await amptzr.call("POST /faucet/31337", { re_captcha_token: "token" });
      const campaign = evm.contracts.openCampaign;
      const order = await amptzr.call(`POST /auto_invest/31337/${campaign}`, { amount: "2500000" });
      expect([faucet.status, order.status, amptzr.showsError]).toEqual([200, 200, false]);
      expect(order.body).toEqual({
        wallet_address: address.toLowerCase(),
        campaign_address: campaign.toLowerCase(),
        amount: "2500000",
      });
    },
    "ID-FE-09": async (bench) => {
      const amptzr = await loggedIn(bench);
      const { address } = amptzr.wallet;
      const read = () => amptzr.read(`GET /auto_invest/31337/${address}`);
      expect((await read()).body).toEqual({ auto_invests: [] });
      await amptzr.call(`POST /auto_invest/31337/${evm.contracts.openCampaign}`, { amount: "7" });
      expect((await read()).body.auto_invests[0].amount).toBe("7");
      const nobody = await amptzr.read("GET /auto_invest/31337/");
      expect([nobody.status, amptzr.page, amptzr.showsError]).toEqual([404, "app", false]);
    },
  },
  config,
);
