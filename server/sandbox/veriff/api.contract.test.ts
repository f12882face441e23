import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hmacSignature, legacySignature } from "./signature";
import { KEYS, startVeriff, type VeriffGround } from "./testing";

let ground: VeriffGround;
beforeAll(async () => {
  ground = await startVeriff();
});
afterAll(() => ground?.stop());

const person = {
  first_name: "Ada",
  last_name: "Example",
  id_number: "1",
  date_of_birth: "1985-11-12",
  nationality: "SE",
};
const document = { type: "PASSPORT", number: "X1", country: "SE", valid_until: "2031-01-01" };

describe("POST /veriff/v1/sessions/", () => {
  it("answers as Veriff does", async () => {
    const made = await ground.create({ vendorData: "0xABC", callback: "http://localhost:3000" });
    expect(Object.keys(made).sort()).toEqual(["host", "id", "sessionToken", "status", "url", "vendorData"]);
    expect(made).toMatchObject({
      vendorData: "0xABC",
      status: "created",
      host: `${ground.sandbox.url}/veriff`,
    });
    expect(made.url).toBe(`${made.host}/v/${made.sessionToken}`);
    const { body } = await ground.control.get("/veriff/sessions?vendor_data=0xABC");
    expect(body).toMatchObject([{ session_id: made.id, state: "created", decision: null, url: made.url }]);
  });

  const body = JSON.stringify({ verification: { vendorData: "0x1" } });
  const client = { "x-auth-client": KEYS.apiKey };
  it.each([
    [
      "the HMAC",
      { ...client, "x-hmac-signature": hmacSignature(body, KEYS.privateKey) },
      body,
      201,
      undefined,
    ],
    [
      "the older signature",
      { ...client, "x-signature": legacySignature(body, KEYS.privateKey) },
      body,
      201,
      undefined,
    ],
    ["no signature", client, body, 201, undefined],
    ["no key", {}, body, 401, "1801"],
    ["another key", { "x-auth-client": "b" }, body, 401, "1803"],
    ["a wrong HMAC", { ...client, "x-hmac-signature": hmacSignature(body, "?") }, body, 401, "1819"],
    ["a wrong older signature", { ...client, "x-signature": legacySignature(body, "?") }, body, 401, "1814"],
    ["no JSON", client, "{", 400, "1104"],
    ["no verification", client, "{}", 400, "1104"],
    [
      "a callback that is no web address",
      client,
      '{"verification":{"callback":"javascript:alert(1)"}}',
      400,
      "1104",
    ],
    ["an empty callback", client, '{"verification":{"callback":"","vendorData":"0x1"}}', 201, undefined],
  ])("with %s", async (_, headers, sent, status, code) => {
    const response = await ground.ask(sent, headers);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { code?: string }).code).toBe(code);
  });
});

it("fails by order, and is logged", async () => {
  const fault = { surface: "veriff", target: "POST /sessions", kind: "server_error", remaining: 1 };
  await ground.control.do("/faults", fault);
  await expect(ground.create()).rejects.toThrow("500");
  const { id } = await ground.create();
  expect((await ground.control.get("/calls?surface=veriff&status=500")).body).toMatchObject([
    { method: "POST", path: "/veriff/v1/sessions/", status: 500 },
  ]);
  expect(id).toBeTruthy();
});

describe("a verification played by control calls", () => {
  it("tells start, submission and approval, signed, in the shapes of Veriff's webhooks", async () => {
    const { id } = await ground.create();
    const started = await ground.control.do("/veriff/sessions/start", { session_id: id });
    await ground.control.do("/veriff/sessions/submit", { session_id: id });
    const outcome = {
      status: "approved",
      person,
      document,
      risk_labels: [{ label: "connection_through_proxy", category: "network" }],
    };
    const decided = await ground.control.do("/veriff/sessions/decide", { session_id: id, outcome });
    expect(decided).toMatchObject({ state: "submitted", decision: "approved" });
    await ground.settled(id);
    const received = ground.receivedOf(id);
    expect(received.map(({ path, json }) => [path, json.code, json.verification?.code])).toEqual([
      ["/hook/event", 7001, undefined],
      ["/hook/event", 7002, undefined],
      ["/hook/decision", undefined, 9001],
    ]);
    expect(received.every(ground.isRight)).toBe(true);
    expect(received[0]?.json).toMatchObject({
      action: "started",
      attemptId: started.attempt_id,
      vendorData: "0xabc",
    });
    expect(received[2]?.json).toMatchObject({
      status: "success",
      verification: {
        id,
        status: "approved",
        reason: null,
        person: { firstName: "Ada", lastName: "Example", yearOfBirth: "1985", placeOfBirth: null },
        document: { type: "PASSPORT", validUntil: "2031-01-01", validFrom: null },
        riskLabels: outcome.risk_labels,
        vendorData: "0xabc",
      },
    });
  });

  it.each([
    ["expired", 9104, ["decision"]],
    ["abandoned", 9104, ["started", "decision"]],
    ["declined", 9102, ["started", "submitted", "decision"]],
    ["resubmission_requested", 9103, ["started", "submitted", "decision"]],
    ["review", 9121, ["started", "submitted", "decision"]],
  ])("%s comes with its code and after the events that lead there", async (status, code, events) => {
    const { id } = await ground.create();
    const outcome = { status, reason: "Because", reason_code: 201 };
    await ground.control.do("/veriff/sessions/decide", { session_id: id, outcome });
    await ground.settled(id);
    const received = ground.receivedOf(id).map(({ json }) => json);
    expect(received.map(({ action = "decision" }) => action)).toEqual(events);
    expect(received.at(-1)?.verification).toMatchObject({
      code,
      status,
      reason: "Because",
      reasonCode: 201,
      person: null,
    });
  });

  it("opens again with a new attempt after a request to resubmit, and after nothing else", async () => {
    const { id } = await ground.create();
    const of = { session_id: id };
    const first = await ground.control.do("/veriff/sessions/start", of);
    await ground.control.do("/veriff/sessions/decide", {
      ...of,
      outcome: { status: "resubmission_requested" },
    });
    const second = await ground.control.do("/veriff/sessions/start", of);
    expect(second).toMatchObject({ state: "started", decision: null });
    expect(second.attempt_id).not.toBe(first.attempt_id);
    await ground.control.do("/veriff/sessions/decide", { ...of, outcome: { status: "declined" } });
    expect((await ground.control.post("/veriff/sessions/start", of)).status).toBe(400);
    expect((await ground.control.post("/veriff/sessions/submit", of)).status).toBe(400);
  });

  it("comes doubled, out of turn, or wrongly signed when that is asked for", async () => {
    const { id } = await ground.create();
    const decide = (fields: object) =>
      ground.control.do("/veriff/sessions/decide", {
        session_id: id,
        outcome: { status: "approved" },
        ...fields,
      });
    await decide({ order: "decision_first", delivery: { copies: 2, signature: "legacy" } });
    await ground.settled(id);
    const words = () => ground.receivedOf(id).map(({ json }) => json.action ?? "decision");
    expect(words()).toEqual(["started", "started", "decision", "decision", "submitted", "submitted"]);
    expect(ground.receivedOf(id).every(({ headers }) => headers["x-hmac-signature"] === undefined)).toBe(
      true,
    );
    expect(ground.receivedOf(id).every(ground.isRight)).toBe(true);
    await decide({ order: "late_started", delivery: { signature: "wrong" } });
    await ground.settled(id);
    expect(words().slice(6)).toEqual(["decision", "started"]);
    expect(ground.receivedOf(id).slice(6).some(ground.isRight)).toBe(false);
  });
});

describe("delivery", () => {
  it("is tried again, byte for byte, until the service answers 200", async () => {
    const { id } = await ground.create();
    ground.receiver.answers.push(500, 404);
    await ground.control.do("/veriff/sessions/start", { session_id: id });
    expect(await ground.settled(id)).toMatchObject([
      { state: "delivered", attempts: 3, status: 200, problem: null, next_attempt: null },
    ]);
    expect(new Set(ground.receivedOf(id).map(({ body }) => body)).size).toBe(1);
    expect(ground.receivedOf(id)).toHaveLength(3);
  });

  it("waits as long as it was told to, also by a clock that is turned, and says when it comes", async () => {
    const { id } = await ground.create();
    const delivery = { delay_seconds: 3600 };
    await ground.control.do("/veriff/sessions/start", { session_id: id, delivery });
    const [waiting] = await ground.settled(id, ({ state }) => state === "waiting");
    expect(Date.parse(waiting.next_attempt) - Date.parse(waiting.created_at)).toBe(3_600_000);
    await ground.control.do("/clock", { advance_seconds: 3601 });
    await ground.settled(id);
    await ground.control.do("/clock", { offset_seconds: 0 });
    await ground.control.do("/veriff/deliveries/send", { id: waiting.id });
    await ground.settled(id);
    expect(ground.receivedOf(id)).toHaveLength(2);
  });

  it("is given up after twenty attempts, and can be asked for again", async () => {
    const { id } = await ground.create();
    ground.receiver.answers.push(...Array(20).fill(400));
    const retry = ground.sandbox.world.env.veriff;
    if (retry) retry.retryMs = 0;
    await ground.control.do("/veriff/sessions/start", { session_id: id });
    const [given] = await ground.settled(id);
    expect(given).toMatchObject({ state: "given_up", attempts: 20, status: 400, problem: "Answered 400." });
    await ground.control.do("/veriff/deliveries/send", { id: given.id });
    expect(await ground.settled(id)).toMatchObject([{ state: "delivered", attempts: 21 }]);
  });
});

it("refuses control calls of verifications and deliveries that there are not", async () => {
  const session_id = "00000000-0000-4000-8000-000000000000";
  expect((await ground.control.post("/veriff/sessions/start", { session_id })).status).toBe(400);
  expect((await ground.control.post("/veriff/deliveries/send", { id: 999_999 })).status).toBe(400);
  const settings = await ground.control.get("/veriff");
  expect(settings.body).toMatchObject({
    api_url: `${ground.sandbox.url}/veriff`,
    webhook_url: ground.receiver.url,
  });
  expect(settings.body.reasons).toContainEqual({ code: 201, words: "Photo missing" });
});
