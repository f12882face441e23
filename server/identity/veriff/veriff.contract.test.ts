import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { setLogLevel } from "@/server/platform/log";
import { eraseRows } from "../kyc/personal-data-store";
import { standingOf } from "../kyc/standing";
import { keepUp } from "../kyc/upkeep";
import { enqueue } from "../queues/enqueue";
import { newWallet, signIn, startTestIdentity, type TestIdentity } from "../testing";
import { lockAddress } from "../tokens/refresh-store";
import { findUser } from "../users/user-store";
import {
  decision,
  deliver,
  event,
  openSession,
  PASSPORT,
  PERSON,
  type Said,
  startVeriffDouble,
  type VeriffDouble,
} from "./double-testing";

let veriff: VeriffDouble;
let bench: TestIdentity;
beforeAll(async () => {
  veriff = await startVeriffDouble();
  bench = await startTestIdentity("default", { veriff: veriff.config });
});
afterAll(async () => {
  await bench?.stop();
  await veriff?.stop();
});
afterEach(() => turnClock(0));

const kycOf = async (bearer: string) => (await bench.call("GET /user/kyc", { bearer })).body;
const isCompleted = async (bearer: string): Promise<boolean> =>
  (await bench.call("GET /user", { bearer })).body.kyc_completed;
const rows = async (query: string) => (await bench.database.db.execute(query)).rows;

/** A time of a decision, later with every call. */
let minute = 0;
const time = () => new Date(Date.UTC(2026, 0, 1, 0, ++minute)).toISOString();
/** Nobody else's document, so that tests do not meet. */
const ownDocument = () => ({ ...PASSPORT, number: randomUUID() });

async function decide(id: string, address: string | null, status: string, said: Said = {}, at = bench) {
  const document = status === "approved" ? ownDocument() : null;
  const body = decision(id, status, address, { document, decisionTime: time(), ...said });
  expect((await deliver(at, "decision", body)).status).toBe(200);
  return body;
}

async function approved(said: Said = {}) {
  const session = await openSession(bench);
  const body = await decide(session.id, session.address, "approved", said);
  return { ...session, body };
}

describe("a session", () => {
  test("is made once, however many ask at the same time in two processes", async () => {
    const replica = await bench.replica();
    const { accessToken: bearer, address } = await signIn(bench);
    const ask = (_: unknown, index: number) =>
      (index % 2 ? bench : replica).call("POST /veriff/session", { bearer });
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(new Set(answers.map(({ body }) => body.verification_url)).size).toBe(1);
    expect(veriff.callsOf(address)).toHaveLength(1);
  });

  test("sends people back to the configured address", async () => {
    const publicUrl = "https://desk.example/invest";
    const { address } = await openSession(await bench.replica({ publicUrl }));
    expect(veriff.callsOf(address)[0]?.verification.callback).toBe(publicUrl);
  });

  test("is not to be had without keys, and nothing proves a webhook then", async () => {
    const bare = await bench.replica({ veriff: null });
    const { accessToken: bearer } = await signIn(bare);
    expect((await bare.call("POST /veriff/session", { bearer })).status).toBe(502);
    expect((await deliver(bare, "event", event("s", "started"))).status).toBe(400);
  });
});

describe("a webhook", () => {
  test("needs the HMAC where the older scheme is switched off", async () => {
    const strict = await bench.replica({ fixes: ["hmacOnly"] });
    const { id } = await openSession(bench);
    expect((await deliver(strict, "event", event(id, "started"), "legacy")).status).toBe(400);
    expect((await deliver(strict, "event", event(id, "started"), "hmac")).status).toBe(200);
  });

  test("that was refused is carried out when it comes again and can be", async () => {
    const wallet = newWallet();
    const body = decision(randomUUID(), "approved", wallet.address, { document: ownDocument() });
    expect((await deliver(bench, "decision", body)).status).toBe(400);
    const { accessToken } = await signIn(bench, wallet);
    expect((await deliver(bench, "decision", body)).status).toBe(200);
    expect(await isCompleted(accessToken)).toBe(true);
  });

  test("of an earlier decision does not overwrite a later one", async () => {
    const { id, address, bearer } = await openSession(bench);
    const early = time();
    await decide(id, address, "approved");
    await decide(id, address, "declined", { decisionTime: early });
    await decide(id, address, "review", { decisionTime: null });
    expect(await kycOf(bearer)).toMatchObject({ kyc_completed: true, last_decision: { status: "approved" } });
  });

  test("that comes in the wrong order leaves the session where it is", async () => {
    const { id, bearer } = await openSession(bench);
    await deliver(bench, "event", event(id, "submitted", "first"));
    await deliver(bench, "event", event(id, "started", "first"));
    expect((await kycOf(bearer)).session_state).toBe("submitted");
    await deliver(bench, "event", event(id, "started", "second"));
    expect((await kycOf(bearer)).session_state).toBe("started");
  });

  test("leaves its digest and nothing personal, whatever became of it", async () => {
    const { id, address } = await openSession(bench);
    const person = { ...PERSON, lastName: null };
    await deliver(bench, "decision", decision(id, "approved", address, { person }));
    const [row] = await rows(
      `select t::text as row from identity.veriff_webhook t where session_id = '${id}'`,
    );
    expect(row?.row).toMatch(/decision,[0-9a-f]{64},.*,approved,refused,/);
    expect(row?.row).not.toMatch(/Nora|P1234567/);
  });
});

describe("an approval", () => {
  test("ends with a later decline of the same session, and the next session starts anew", async () => {
    const { id, address, bearer } = await approved();
    expect(await isCompleted(bearer)).toBe(true);
    await decide(id, address, "declined", { reasonCode: 106 });
    expect(await isCompleted(bearer)).toBe(false);
    expect(await kycOf(bearer)).toMatchObject({ is_revoked: true, is_expired: false, completed_at: null });
    const { body } = await bench.call("POST /veriff/session", { bearer });
    expect(body).toMatchObject({ state: "created", decision: { status: "declined" } });
  });

  test("ends with another session's decline only when that was decided later", async () => {
    const early = time();
    const { address, bearer } = await approved();
    await decide(randomUUID(), address, "declined", { decisionTime: early });
    await decide(randomUUID(), address, "declined", { decisionTime: null });
    expect(await isCompleted(bearer)).toBe(true);
    await decide(randomUUID(), address, "declined");
    expect(await isCompleted(bearer)).toBe(false);
  });

  test("ends with its document, when somebody looks and when nobody does", async () => {
    const document = { ...ownDocument(), validUntil: "2020-01-01" };
    const seen = await approved({ document });
    expect(await isCompleted(seen.bearer)).toBe(false);
    expect(await kycOf(seen.bearer)).toMatchObject({
      ...{ kyc_completed: false, is_expired: true, is_revoked: false, document_valid_until: "2020-01-01" },
    });
    const { body } = await bench.call("POST /veriff/session", { bearer: seen.bearer });
    expect(body).toMatchObject({ state: "created", decision: null });
    expect(body.verification_url).not.toBe(seen.url);
    const unseen = await approved({ document });
    await keepUp(bench.identity);
    const [user] = await rows(`select * from identity.app_user where address = '${unseen.address}'`);
    expect(user?.user_info_uuid).toBeNull();
  });

  test("is missing, expired or valid for what needs it", async () => {
    const standing = async (address: string) => {
      const user = await findUser(bench.database.db, address);
      return user && standingOf(bench.identity, user);
    };
    const { address } = await openSession(bench);
    const valid = await approved();
    const ended = await approved({ document: { ...ownDocument(), validUntil: "2020-01-01" } });
    const odd = await approved({ document: { ...ownDocument(), validUntil: "soon" } });
    expect(await standing(address)).toBe("missing");
    expect(await standing(valid.address)).toBe("valid");
    for (let i = 0; i < 2; i++) expect(await standing(ended.address)).toBe("expired");
    await expect(standing(odd.address)).rejects.toThrow("no date");
    expect(await isCompleted(odd.bearer)).toBe(true);
  });

  test("with risk labels or a match with lists of sanctions waits, until one without them comes", async () => {
    const riskLabels = [{ label: "ip_mismatch", category: "ip" }];
    const { id, address, bearer } = await approved({ riskLabels });
    expect(await kycOf(bearer)).toMatchObject({
      ...{ kyc_completed: false, under_review: true, risk_labels: riskLabels },
      last_decision: { status: "approved", session_id: id },
    });
    const [kept] = await rows("select string_agg(risks, ' ') as all from identity.kyc_check");
    expect(kept?.all).not.toContain("ip_mismatch");
    await decide(id, address, "approved");
    expect(await kycOf(bearer)).toMatchObject({ kyc_completed: true, under_review: false, risk_labels: [] });
    const match = await approved({ person: { ...PERSON, pepSanctionMatch: "true" } });
    expect(await kycOf(match.bearer)).toMatchObject({ kyc_completed: false, under_review: true });
    await decide(match.id, match.address, "declined");
    expect(await kycOf(match.bearer)).toMatchObject({ under_review: false, is_revoked: true });
  });

  test("with labels that are accepted counts at once", async () => {
    const lenient = await bench.replica({ acceptedRiskLabels: ["ip_mismatch"] });
    const { id, address, bearer } = await openSession(bench);
    const label = (name: string) => ({ label: name, category: "ip" });
    await decide(id, address, "approved", { riskLabels: [label("ip_mismatch"), label("other")] }, lenient);
    expect(await isCompleted(bearer)).toBe(false);
    await decide(id, address, "approved", { riskLabels: [label("ip_mismatch")] }, lenient);
    expect(await kycOf(bearer)).toMatchObject({ kyc_completed: true, risk_labels: [label("ip_mismatch")] });
  });

  test("links no second wallet with one document where one person has one wallet", async () => {
    const picky = await bench.replica({ onePersonOneWallet: true });
    const document = { ...PASSPORT, number: "ab 12" };
    await approved({ document });
    const same = { ...PASSPORT, number: " AB 12" };
    const second = await openSession(bench);
    await decide(second.id, second.address, "approved", { document: same }, picky);
    expect(await kycOf(second.bearer)).toMatchObject({ kyc_completed: false, under_review: true });
    const sessionAt = async (days: number) => {
      turnClock(days * 86_400_000);
      const bearer = (await signIn(bench, second.wallet)).accessToken;
      return (await bench.call("POST /veriff/session", { bearer })).body.verification_url;
    };
    expect(await sessionAt(6)).toBe(second.url);
    expect(await sessionAt(8)).not.toBe(second.url);
    turnClock(0);
    await decide(second.id, second.address, "approved", { document: same }, bench);
    expect(await isCompleted(second.bearer)).toBe(true);
  });

  test("of a session that was not made here for the wallet links nobody where that is asked for", async () => {
    const wary = await bench.replica({ fixes: ["matchesSession"] });
    const victim = await openSession(bench);
    const other = await openSession(bench);
    await decide(other.id, victim.address, "approved", {}, wary);
    await decide(randomUUID(), victim.address, "approved", {}, wary);
    expect(await isCompleted(victim.bearer)).toBe(false);
    await decide(victim.id, victim.address, "approved", {}, wary);
    expect(await isCompleted(victim.bearer)).toBe(true);
  });
});

test("where somebody stands is told from the first look on", async () => {
  const { accessToken: bearer } = await signIn(bench);
  expect(await kycOf(bearer)).toEqual({
    ...{ kyc_completed: false, completed_at: null, document_valid_until: null, is_expired: false },
    ...{ is_revoked: false, under_review: false, risk_labels: [], last_decision: null },
    ...{ session_state: null, session_created_at: null },
  });
  await bench.call("POST /veriff/session", { bearer });
  expect(await kycOf(bearer)).toMatchObject({
    ...{ session_state: "created", session_created_at: expect.stringMatching(/^\d{4}-.*Z$/) },
  });
  const done = await approved();
  expect(await kycOf(done.bearer)).toMatchObject({
    ...{ kyc_completed: true, completed_at: expect.stringMatching(/Z$/), document_valid_until: "2120-01-01" },
    last_decision: { code: 9001, reason: null, received_at: expect.stringMatching(/Z$/) },
  });
});

describe("personal data", () => {
  test("is handed out and erased, and does not come back with a late webhook", async () => {
    const { id, address, bearer, body } = await approved();
    await bench.call("PUT /user", { bearer, body: { email: "nora@mail.example" } });
    const wish = { kind: "faucet", address, chainId: 31337n, issuer: null, person: "ab".repeat(32) } as const;
    await enqueue(bench.identity, wish);
    const { body: data } = await bench.call("GET /user/data", { bearer });
    expect(data).toMatchObject({
      ...{ address, email: "nora@mail.example", logins: [expect.any(String)], upload_keys: null },
      chain_tasks: [{ kind: "faucet", chain_id: 31337, state: "queued" }],
      chain_work: [{ chain_id: "31337", status: "PENDING" }],
      kyc_records: [{ first_name: "Nora", document_country: "NO", connected: true, risk_labels: [] }],
      sessions: [{ id, state: "created" }],
      decisions: [{ session_id: id, status: "approved" }],
    });
    const { body: erasure } = await bench.call("DELETE /user/data", { bearer });
    expect(erasure).toEqual({
      erased: true,
      kept: ["address", "chain_tasks", "kyc_rulings", "webhook_digests", "veriff"],
    });
    expect((await bench.call("GET /user", { bearer })).body.err_code).toBe("0204");
    await deliver(bench, "decision", body);
    await decide(id, address, "approved");
    expect((await deliver(bench, "event", event(id, "submitted"))).status).toBe(200);
    const { user_info_uuid, email } = (
      await rows(`select * from identity.app_user where address = '${address}'`)
    )[0] as Record<string, unknown>;
    expect([user_info_uuid, email]).toEqual([null, null]);
    for (const table of [
      "user_info where session_id",
      "veriff_decision where id",
      "veriff_session where id",
    ]) {
      expect(await rows(`select 1 from identity.${table} = '${id}'`)).toEqual([]);
    }
    expect(await rows(`select 1 from identity.refresh_token where user_address = '${address}'`)).toEqual([]);
  });

  test("does not come back with an approval that was under way while it was erased", async () => {
    const { id, address } = await openSession(bench);
    const body = decision(id, "approved", address, { document: ownDocument(), decisionTime: time() });
    const waiting = "select 1 from pg_locks where locktype = 'advisory' and not granted";
    const { delivery } = await bench.database.transaction(async (tx) => {
      await lockAddress(tx, address);
      const delivery = deliver(bench, "decision", body);
      await vi.waitFor(async () => expect(await rows(waiting)).toHaveLength(1), { interval: 10 });
      await eraseRows(tx, { address, recordIds: [], sessionIds: [id] });
      return { delivery };
    });
    expect((await delivery).status).toBe(200);
    for (const of of ["user_info where session_id", "veriff_decision where id"])
      expect(await rows(`select 1 from identity.${of} = '${id}'`)).toEqual([]);
  });

  test("is deleted some days after its record ended, and while it counts it stays", async () => {
    const keeper = (await bench.replica({ kycRetentionDays: 30 })).identity;
    const [current, ended] = [await approved(), await approved()];
    await decide(ended.id, ended.address, "declined");
    await bench.database.db.execute(
      "update identity.user_info set created_at = created_at - interval '90 days'",
    );
    const left = async () =>
      (await rows("select session_id from identity.user_info")).map((row) => row.session_id);
    await keepUp(keeper);
    expect(await left()).toEqual(expect.arrayContaining([current.id, ended.id]));
    for (const [table, column] of [
      ["kyc_check", "ended_at"],
      ["veriff_session", "created_at"],
      ["veriff_decision", "created_at"],
    ]) {
      await bench.database.db.execute(
        `update identity.${table} set ${column} = ${column} - interval '31 days'`,
      );
    }
    await keepUp(bench.identity);
    expect(await left()).toContain(ended.id);
    await keepUp(keeper);
    expect(await left()).toContain(current.id);
    expect(await left()).not.toContain(ended.id);
    expect(await rows(`select 1 from identity.veriff_decision where id = '${ended.id}'`)).toEqual([]);
    expect(await kycOf(current.bearer)).toMatchObject({ kyc_completed: true, last_decision: { code: 9001 } });
  });

  test("never reaches the log", async () => {
    const written: string[] = [];
    const keep = (chunk: unknown) => Boolean(written.push(String(chunk)));
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation(keep),
    );
    setLogLevel("debug");
    try {
      const { id, address, url, body } = await approved({
        riskLabels: [{ label: "odd_label", category: "c" }],
      });
      await deliver(bench, "decision", `${JSON.stringify(body)}{`);
      await deliver(bench, "decision", decision(id, "approved", newWallet().address));
      await decide(id, address, "declined", { reason: "Suspicious" });
      veriff.answer(address, "error");
      const { accessToken } = await signIn(bench);
      await bench.call("GET /user/data", { bearer: accessToken });
      const logged = written.join("");
      expect(logged).toContain('"outcome":"unreadable"');
      const secrets = [veriff.config.privateKey, veriff.config.apiKey, address, url, id, "Suspicious"];
      for (const secret of [...secrets, "Nora", "Sample", "Tromsø", "1990-02-28", "odd_label"]) {
        expect(logged).not.toContain(secret);
      }
    } finally {
      setLogLevel("error");
      for (const spy of spies) spy.mockRestore();
    }
  });
});
