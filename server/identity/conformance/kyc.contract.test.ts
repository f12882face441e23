import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import { now, withOwnClock } from "@/server/platform/clock";
import { veriffSessions } from "../db/veriff-tables";
import { identityHandler } from "../http";
import { newWallet, signIn, type TestIdentity } from "../testing";
import {
  API_KEY,
  decision,
  deliver,
  event,
  openSession,
  SECRET,
  startVeriffDouble,
  type VeriffDouble,
} from "../veriff/double-testing";
import { signLegacy } from "../veriff/signature";
import { conform } from "./testing";
import { claimsOf, forge } from "./tokens-testing";

let veriff: VeriffDouble;
beforeAll(async () => {
  veriff = await startVeriffDouble();
});
afterAll(() => veriff?.stop());

const DAY_MS = 86_400_000;
const ask = (bench: TestIdentity, bearer: string) => bench.call("POST /veriff/session", { bearer });

const rowsOf = ({ database: { db } }: TestIdentity, address: string) =>
  db.select().from(veriffSessions).where(eq(veriffSessions.userAddress, address));

/** The wallet's sessions were made this long ago. */
async function age({ database: { db } }: TestIdentity, address: string, days: number) {
  const createdAt = new Date(now().getTime() - days * DAY_MS);
  await db.update(veriffSessions).set({ createdAt }).where(eq(veriffSessions.userAddress, address));
}

/** A session that was decided; what the next call answers. */
async function decided(bench: TestIdentity, status: string, said: Parameters<typeof decision>[3] = {}) {
  const session = await openSession(bench);
  expect((await deliver(bench, "decision", decision(session.id, status, session.address, said))).status).toBe(
    200,
  );
  return { ...session, next: await ask(bench, session.bearer) };
}

/** The stored session stays, with the decision. */
async function expectKept(bench: TestIdentity, status: string, said: object, expected: object) {
  const { url, address, next } = await decided(bench, status, said);
  expect(next.body).toMatchObject({ verification_url: url, decision: { status, ...expected } });
  expect(veriff.callsOf(address)).toHaveLength(1);
}

/** A new session comes, with the old decision. */
async function expectRenewed(bench: TestIdentity, status: string, said: object, expected: object) {
  const { url, id, address, next } = await decided(bench, status, said);
  expect(next.body).toMatchObject({ state: "created", decision: { session_id: id, status, ...expected } });
  expect(next.body.verification_url).not.toBe(url);
  expect(await rowsOf(bench, address)).toHaveLength(2);
}

/** Nothing goes on after a week: the next call makes a session and tells of no decision. */
async function expectReplacedAfterAWeek(bench: TestIdentity, status: string) {
  const { bearer, address, url } = await decided(bench, status);
  await age(bench, address, 6.9);
  expect((await ask(bench, bearer)).body.verification_url).toBe(url);
  await age(bench, address, 7.1);
  const { body } = await ask(bench, bearer);
  expect(body).toMatchObject({ state: "created", decision: null });
  expect(body.verification_url).not.toBe(url);
}

conform(
  {
    "ID-KYC-01": async (bench) => {
      const { address, answer, id } = await openSession(bench);
      expect(answer.status).toBe(200);
      const url = `https://veriff.example/v/${id}`;
      expect(answer.text).toBe(`{"verification_url":"${url}","state":"created","decision":null}`);
      expect(veriff.callsOf(address)).toHaveLength(1);
    },
    "ID-KYC-02": async (bench) => {
      const { address } = await openSession(bench);
      const [call] = veriff.callsOf(address);
      expect(call?.path).toBe("/v1/sessions/");
      expect(call?.headers.get("content-type")).toBe("application/json");
      expect(call?.headers.get("x-auth-client")).toBe(API_KEY);
      expect(call?.headers.get("x-signature")).toBe(signLegacy(call?.text ?? "", SECRET));
    },
    "ID-KYC-03": async (bench) => {
      const { address } = await openSession(bench);
      const { timestamp, ...rest } = veriff.callsOf(address)[0]?.verification ?? {};
      const person = { firstName: "Firstname", lastName: "Lastname" };
      expect(rest).toEqual({ callback: "", person, vendorData: address });
      expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Math.abs(Date.parse(timestamp) - now().getTime())).toBeLessThan(10_000);
    },
    "ID-KYC-04": async (bench) => {
      const { accessToken, address } = await signIn(bench);
      const headers = { authorization: `Bearer ${accessToken}` };
      const request = new Request("https://id.example:8443/veriff/session", { method: "POST", headers });
      expect((await identityHandler(bench.identity)(request)).status).toBe(200);
      const plain = await openSession(bench);
      const callbacks = [address, plain.address].map(
        (wallet) => veriff.callsOf(wallet)[0]?.verification.callback,
      );
      expect(callbacks).toEqual(["https://id.example:8443", ""]);
    },
    "ID-KYC-05": async (bench) => {
      const { address, id, url } = await openSession(bench);
      const [row] = await rowsOf(bench, address);
      expect(row).toEqual({
        ...{ id, url, userAddress: address, vendorData: address, host: "https://veriff.example" },
        ...{ status: "success", state: 0, connected: false, createdAt: expect.any(Date) },
      });
    },
    "ID-KYC-06": async (bench) => {
      const { bearer, address, id, url } = await openSession(bench);
      await deliver(bench, "event", event(id, "started"));
      const { body } = await ask(bench, bearer);
      expect(body).toEqual({ verification_url: url, state: "started", decision: null });
      expect(veriff.callsOf(address)).toHaveLength(1);
    },
    "ID-KYC-07": (bench) => expectKept(bench, "approved", {}, { code: 9001 }),
    "ID-KYC-08": (bench) =>
      expectKept(
        bench,
        "resubmission_requested",
        { reason: "Document not visible", reasonCode: 203 },
        { code: 9103, reason: "Document not visible", reason_code: 203 },
      ),
    "ID-KYC-09": (bench) => expectKept(bench, "review", {}, { code: 9121, reason: null }),
    "ID-KYC-10": (bench) =>
      expectRenewed(
        bench,
        "declined",
        { reason: "Physical document not used", reasonCode: 101 },
        { code: 9102, reason_code: 101 },
      ),
    "ID-KYC-11": (bench) =>
      expectRenewed(bench, "abandoned", {}, { code: 9104, reason: null, decision_time: null }),
    "ID-KYC-12": (bench) =>
      expectRenewed(bench, "expired", {}, { code: 9104, reason: null, decision_time: null }),
    "ID-KYC-13": {
      strict: async (bench) => {
        await expectReplacedAfterAWeek(bench, "review");
        await expectReplacedAfterAWeek(bench, "approved");
      },
      default: async (bench) => {
        await expectReplacedAfterAWeek(bench, "review");
        const { bearer, address, url } = await decided(bench, "approved");
        await age(bench, address, 70);
        const { body } = await ask(bench, bearer);
        expect(body).toMatchObject({ verification_url: url, decision: { status: "approved" } });
        // a wallet whose document has run out must be able to start again
        await withOwnClock(100 * 365 * DAY_MS, async () => {
          const handler = identityHandler(bench.identity);
          const later = await forge(claimsOf(address));
          const headers = { authorization: `Bearer ${later}` };
          const response = await handler(
            new Request("http://id.example/veriff/session", { method: "POST", headers }),
          );
          const renewed = (await response.json()) as { verification_url: string; decision: null };
          expect(renewed.decision).toBeNull();
          expect(renewed.verification_url).not.toBe(url);
        });
      },
    },
    "ID-KYC-14": async (bench) => {
      const { bearer, address, url } = await openSession(bench);
      await age(bench, address, 8);
      veriff.answer(address, "error");
      const { status, body } = await ask(bench, bearer);
      expect([status, body]).toEqual([200, { verification_url: url, state: "created", decision: null }]);
      expect(veriff.callsOf(address)).toHaveLength(2);
    },
    "ID-KYC-15": async (bench) => {
      const hasty = await bench.replica({ veriff: { ...veriff.config, timeoutMs: 50 } });
      for (const manner of ["error", "short", "never"] as const) {
        const { accessToken, address } = await signIn(bench);
        veriff.answer(address, manner);
        const { status, text } = await ask(manner === "never" ? hasty : bench, accessToken);
        expect([manner, status, text]).toEqual([manner, 502, ""]);
        expect(await rowsOf(bench, address)).toEqual([]);
      }
    },
    "ID-KYC-16": async (bench) => {
      const { bearer, address, id } = await openSession(bench);
      await deliver(bench, "decision", decision(id, "declined", address));
      veriff.answer(address, "error");
      const { status, text } = await ask(bench, bearer);
      expect([status, text]).toEqual([502, ""]);
    },
    "ID-KYC-17": async (bench) => {
      const address = newWallet().address.toLowerCase();
      const { status, body } = await ask(bench, await forge(claimsOf(address)));
      expect([status, body.err_code]).toEqual([400, "0301"]);
      expect(veriff.callsOf(address)).toEqual([]);
    },
    "ID-KYC-18": async (bench) => {
      const { bearer, id, answer } = await openSession(bench);
      const states = [answer.body.state];
      for (const action of ["started", "submitted"]) {
        await deliver(bench, "event", event(id, action));
        states.push((await ask(bench, bearer)).body.state);
      }
      expect(states).toEqual(["created", "started", "submitted"]);
    },
    "ID-KYC-19": async (bench) => {
      const times = { decisionTime: "2026-01-01T10:00:00.000001Z" };
      const { id, next } = await decided(bench, "approved", times);
      expect(JSON.stringify(next.body.decision)).toBe(
        `{"session_id":"${id}","status":"approved","code":9001,"reason":null,"reason_code":null,` +
          `"decision_time":"2026-01-01T10:00:00.000001Z","acceptance_time":"2026-01-01T09:00:00.000Z"}`,
      );
    },
    "ID-KYC-20": async (bench) => {
      const { status, body } = await bench.call("POST /veriff/session");
      expect([status, body.err_code]).toEqual([400, "0206"]);
    },
    "ID-KYC-21": async (bench) => {
      const { accessToken: bearer } = await signIn(bench);
      const urls = [];
      for (const body of [undefined, {}, "no JSON"]) {
        const answer = await bench.call("POST /veriff/session", { bearer, body });
        expect(answer.status).toBe(200);
        urls.push(answer.body.verification_url);
      }
      expect(new Set(urls).size).toBe(1);
    },
    "ID-KYC-22": async (bench) => {
      const { bearer, next } = await decided(bench, "declined");
      expect(next.body.decision.status).toBe("declined");
      const { body } = await ask(bench, bearer);
      expect(body).toEqual({ ...next.body, decision: null });
    },
  },
  () => ({ veriff: veriff.config }),
);
