import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newWallet, signIn, startTestIdentity, type TestIdentity } from "../testing";
import {
  decision,
  deliver,
  openSession,
  PASSPORT,
  startVeriffDouble,
  type VeriffDouble,
} from "../veriff/double-testing";

const operatorToken = "the-operator-and-nobody-else-0123456789";

let veriff: VeriffDouble;
let bench: TestIdentity;
beforeAll(async () => {
  veriff = await startVeriffDouble();
  bench = await startTestIdentity("default", {
    veriff: veriff.config,
    operatorToken,
    onePersonOneWallet: true,
  });
});
afterAll(async () => {
  await bench?.stop();
  await veriff?.stop();
});

const ask = (request: string, body?: unknown) =>
  bench.call(request, { bearer: operatorToken, ...(body === undefined ? {} : { body }) });
const isCompleted = async (bearer: string): Promise<boolean> =>
  (await bench.call("GET /user", { bearer })).body.kyc_completed;

async function approve(number: string, riskLabels: object[] = []) {
  const session = await openSession(bench);
  const document = { ...PASSPORT, number };
  const body = decision(session.id, "approved", session.address, { document, riskLabels });
  expect((await deliver(bench, "decision", body)).status).toBe(200);
  return session;
}
const held = () => approve(randomUUID(), [{ label: "ip_mismatch", category: "network" }]);

test("the routes are there for the operator's token alone", async () => {
  const { accessToken, address } = await signIn(bench);
  const path = `GET /operator/kyc/${address}`;
  expect((await bench.call(path)).body.err_code).toBe("0206");
  for (const bearer of [accessToken, "", `${operatorToken}x`, operatorToken.slice(1)])
    expect((await bench.call(path, { bearer })).body.err_code).toMatch(/^020[46]$/);
  expect((await ask(path)).status).toBe(200);
  expect((await ask("GET /user")).body.err_code).toBe("0204");
  expect((await ask(`GET /operator/kyc/${newWallet().address}`)).body.err_code).toBe("0301");
  const bare = await bench.replica({ operatorToken: null });
  for (const bearer of [accessToken, operatorToken, ""])
    expect((await bare.call(path, { bearer })).status).toBe(404);
});

test("no way of writing the path lets in who logged in, or nobody", async () => {
  const { accessToken, address } = await signIn(bench);
  const bare = await bench.replica({ operatorToken: null });
  const written = [
    "%6fperator",
    "%6Fperator",
    "oper%61tor",
    "%6f%70%65%72%61%74%6f%72",
    "operator%2Fkyc",
    "%2Foperator",
  ];
  const asked = written.flatMap((first) => [
    `GET /${first}/kyc`,
    `GET /${first}/kyc/${address}`,
    `GET /${first}/tasks/${address}`,
    `HEAD /${first}/kyc`,
    `POST /${first}/kyc/${address}`,
    `POST /${first}/tasks/1/retry`,
  ]);
  for (const request of asked)
    for (const { call } of [bench, bare])
      for (const caller of [{ bearer: accessToken }, {}]) {
        const body = request.startsWith("POST") ? { body: { decision: "end" } } : {};
        const { status, text } = await call(request, { ...caller, ...body });
        expect(status === 404 ? "0206" : text, `${request}, ${status}`).toMatch(/^$|020[46]/);
        expect(status, request).toBeGreaterThanOrEqual(400);
      }
  // With the operator's token the same way leads where it should.
  expect((await ask("GET /%6fperator/kyc")).status).toBe(200);
});

test("a wallet's standing is what its owner reads, and says nothing of the person", async () => {
  const { address, bearer } = await approve(randomUUID());
  const own = (await bench.call("GET /user/kyc", { bearer })).body;
  const { body, text } = await ask(`GET /operator/kyc/0x${address.slice(2).toUpperCase()}`);
  expect(body).toEqual({ ...own, kyc_completed: true, held: null });
  expect(text).not.toMatch(/Nora|Sample|NS-7|"1990"|1990-02-28/);
});

test("an approval that is held back completes KYC when the operator says so", async () => {
  const { id, address, bearer } = await held();
  const path = `/operator/kyc/${address}`;
  const waiting = { session_id: id, held_for: "risks", held_since: expect.any(String) };
  expect((await ask(`GET ${path}`)).body).toMatchObject({ kyc_completed: false, held: waiting });
  expect((await ask("GET /operator/kyc")).body.held).toContainEqual({ address, ...waiting });
  const other = { decision: "link", session_id: randomUUID() };
  expect((await ask(`POST ${path}`, other)).status).toBe(409);
  expect(await isCompleted(bearer)).toBe(false);
  const { status, body } = await ask(`POST ${path}`, { decision: "link", session_id: id });
  expect(status).toBe(200);
  expect(body).toMatchObject({ kyc_completed: true, under_review: false, held: null });
  expect(await isCompleted(bearer)).toBe(true);
  expect((await ask(`POST ${path}`, { decision: "end" })).status).toBe(409);
  const { kyc_records, kyc_rulings } = (await bench.call("GET /user/data", { bearer })).body;
  expect(kyc_records).toMatchObject([{ connected: true, ended_as: null }]);
  expect(kyc_rulings).toMatchObject([{ held_for: "risks", decision: "link" }]);
});

test("an approval that the operator ends leaves the way to a new session", async () => {
  const { address, bearer, url } = await held();
  const { body } = await ask(`POST /operator/kyc/${address}`, { decision: "end" });
  expect(body).toMatchObject({ kyc_completed: false, under_review: false, is_revoked: true, held: null });
  const next = (await bench.call("POST /veriff/session", { bearer })).body;
  expect(next).toMatchObject({ state: "created", decision: null });
  expect(next.verification_url).not.toBe(url);
});

test("of two wallets that are approved with one document at once exactly one is verified", async () => {
  for (let round = 0; round < 3; round++) {
    const number = randomUUID();
    const both = await Promise.all([approve(number), approve(number)]);
    const completed = await Promise.all(both.map(({ bearer }) => isCompleted(bearer)));
    expect(completed.filter(Boolean)).toHaveLength(1);
  }
});
