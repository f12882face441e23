import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestSandbox } from "../testing";
import { KEYS, startVeriff, type VeriffGround } from "./testing";

let ground: VeriffGround;
beforeAll(async () => {
  ground = await startVeriff();
});
afterAll(() => ground?.stop());

/** Follows a form of the page as a browser without scripts does. */
async function press(url: string, name: string, fields: Record<string, string | string[]> = {}) {
  const shown = await (await fetch(url)).text();
  const action = new RegExp(`action="([^"]+/${name})"><input type="hidden" name="revision" value="(\\d+)"`);
  const [, path, revision = ""] = action.exec(shown) ?? [];
  if (!path) throw new Error(`The page has no form ${name}: ${shown}`);
  const form = new URLSearchParams({ revision });
  for (const [key, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(key, value);
  return fetch(new URL(path, url), { method: "POST", body: form, redirect: "manual" });
}
const formsOf = async (url: string) =>
  [...(await (await fetch(url)).text()).matchAll(/action="[^"]+\/(\w+)"/g)].map(([, name]) => name);

it("leads a person from the start to an approval with what they wrote", async () => {
  const { id, url } = await ground.create({ vendorData: "0x<b>" });
  const page = await fetch(url);
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const shown = await page.text();
  expect(shown).toContain("0x&lt;b&gt;");
  expect(shown).not.toMatch(/<script|<b>/);
  expect(shown).toContain('href="http://desk.example/invest"');
  expect(await formsOf(url)).toEqual(["start", "decide"]);
  const started = await press(url, "start");
  expect([started.status, started.headers.get("location")]).toEqual([303, url]);
  expect(await formsOf(url)).toEqual(["start", "submit", "decide"]);
  expect((await press(url, "submit")).status).toBe(303);
  expect(await formsOf(url)).toEqual(["decide"]);
  const decided = await press(url, "decide", {
    status: "approved",
    reason_code: "",
    "person.first_name": "Grace",
    "person.last_name": " ",
    "person.pep_sanction_match": "true",
    "document.type": "PASSPORT",
    "document.valid_until": "2030-05-01",
    risk_labels: ["image_of_a_screen", "connection_through_proxy", "of my own"],
    delay_seconds: "0",
    copies: "2",
    order: "natural",
    signature: "both",
  });
  expect(decided.status).toBe(303);
  await ground.settled(id);
  const received = ground.receivedOf(id);
  expect(received.map(({ json }) => json.action ?? json.verification.status)).toEqual([
    "started",
    "submitted",
    "approved",
    "approved",
  ]);
  expect(received.every(ground.isRight)).toBe(true);
  expect(received[2]?.json.verification).toMatchObject({
    person: { firstName: "Grace", lastName: null, pepSanctionMatch: "true" },
    document: { type: "PASSPORT", validUntil: "2030-05-01", number: null },
    riskLabels: [{ label: "connection_through_proxy" }, { label: "image_of_a_screen" }],
  });
  expect(await (await fetch(url)).text()).toContain("Decided: Approved");
});

it("goes back to the address that the service named", async () => {
  const { url } = await ground.create({ callback: "https://service.example/?a=1&b=2" });
  expect(await (await fetch(url)).text()).toContain('href="https://service.example/?a=1&amp;b=2"');
});

it("tells a reason in words with its code, and nobody's name where nothing was submitted", async () => {
  const { id, url } = await ground.create();
  await press(url, "decide", {
    status: "resubmission_requested",
    reason_code: "203",
    "person.first_name": "Ada",
  });
  await press(url, "decide", { status: "abandoned", "person.first_name": "Ada" });
  await ground.settled(id);
  const [, , first, second] = ground.receivedOf(id).map(({ json }) => json.verification);
  expect(first).toMatchObject({
    reasonCode: 203,
    reason: "Full document not visible",
    person: { firstName: "Ada" },
  });
  expect(second).toMatchObject({ status: "abandoned", person: null, document: null });
});

it("refuses a form that was shown before another step, and what it cannot understand", async () => {
  const { id, url } = await ground.create();
  const post = (step: string, form: Record<string, string>) =>
    fetch(`${url}/${step}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  expect((await post("start", { revision: "0" })).status).toBe(303);
  const stale = await post("start", { revision: "0" });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain("has gone on since");
  for (const [step, form] of [
    ["start", {}],
    ["start", { revision: "1", copies: "99" }],
    ["decide", { revision: "1", status: "maybe" }],
    ["decide", { revision: "1", status: "approved", "person.first_name": "\0" }],
  ] as const) {
    const refused = await post(step, form);
    expect([step, refused.status]).toEqual([step, 400]);
    expect(await refused.text()).toContain("Not understood");
  }
  const without = await fetch(`${url}/start`, { method: "POST", body: "{" });
  expect(without.status).toBe(400);
  expect(await ground.settled(id)).toHaveLength(1);
});

it("answers other addresses and methods plainly", async () => {
  const { url, sessionToken } = await ground.create();
  const statusOf = async (path: string, method = "GET") =>
    (await fetch(`${ground.sandbox.url}/veriff${path}`, { method })).status;
  expect(await statusOf(`/v/${"a".repeat(32)}`)).toBe(404);
  expect(await statusOf("/v/short")).toBe(404);
  expect(await statusOf("/v1/sessions/")).toBe(405);
  expect(await statusOf(`/v/${sessionToken}/start`)).toBe(405);
  expect((await fetch(url, { method: "DELETE" })).status).toBe(405);
});

it("sends after a restart what was stored before it", async () => {
  const first = await startTestSandbox({
    veriff: { ...KEYS, webhookUrl: "http://127.0.0.1:9/nobody", retryMs: 1 },
  });
  const made = await fetch(`${first.url}/veriff/v1/sessions`, {
    method: "POST",
    headers: { "x-auth-client": KEYS.apiKey },
    body: JSON.stringify({ verification: {} }),
  });
  const { url, id } = ((await made.json()) as { verification: { url: string; id: string } }).verification;
  await press(url, "start", { delay_seconds: "1" });
  await first.stop({ keepDatabase: true });
  const veriff = { ...KEYS, webhookUrl: ground.receiver.url };
  const second = await startTestSandbox({ veriff, databaseUrl: first.databaseUrl });
  try {
    const waiting = () =>
      fetch(`${second.url}/control/veriff/deliveries?session_id=${id}`).then((r) => r.json());
    await fetch(`${second.url}/control/clock`, { method: "POST", body: '{"advance_seconds":2}' });
    await expect
      .poll(waiting, { timeout: 5000, interval: 20 })
      .toMatchObject([{ attempts: 1, state: "waiting" }]);
  } finally {
    await second.stop();
  }
});
