import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newWallet, signIn } from "../testing";
import { decision, deliver, event, openSession, PERSON } from "./double-testing";
import { ownDocument, veriffBench } from "./veriff-testing";

const { veriff, bench, kycOf, isCompleted, rows, time, decide, approved } = veriffBench();

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
