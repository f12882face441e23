import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Utxo } from "@/lib/contracts/amp/utxos";
import type { Actor } from "@/lib/domain/actor";
import { canReceiveNow, failingRules } from "@/lib/domain/eligibility-matrix";
import { ampAs } from "@/server/auth/amp-session";
import { type MirrorBench, openMirrorBench, query } from "@/server/mirror/testing";
import { readEligibility } from "./eligibility";
import { readEligibilityMatrix } from "./eligibility-matrix";
import { exportList } from "./exports";
import { readUser } from "./users";
import { setBlacklisted } from "./utxos";

let bench: MirrorBench;
let issuer: Actor;
let assetUuid: string;
let output: Utxo;
let userId = 0;

beforeAll(async () => {
  bench = await openMirrorBench();
  ({ issuer, assetUuid } = bench);
  const outputs = await (await ampAs(issuer)).call("listUtxos", { path: { assetUuid } });
  output = outputs.find(({ registeredUser }) => registeredUser !== null) as Utxo;
  userId = output.registeredUser as number;
}, 60_000);
afterAll(() => bench?.close());

const blacklist = (isBlacklisted: boolean) =>
  setBlacklisted(issuer, {
    ...{ intentId: randomUUID(), assetUuid, isBlacklisted },
    outputs: [{ txid: output.txid, vout: output.vout }],
  });

/** What the matrix says of the user and the asset. */
async function pair() {
  const found = await readEligibilityMatrix(issuer, query({ limit: 200, filters: { asset: assetUuid } }));
  const user = found.page.rows.find(({ id }) => id === userId);
  const [asset] = found.columns.assets;
  if (!user || !asset) throw new Error("The matrix has neither the user nor the asset.");
  return { failing: failingRules(user, asset), outputsAsOf: asset.outputsAsOf };
}

async function exportedCells() {
  const asked = { format: "json", asset: assetUuid };
  let text = "";
  for await (const chunk of (await exportList(issuer, "eligibility-matrix", asked)).chunks) text += chunk;
  const { rows } = JSON.parse(text) as { rows: Record<string, unknown>[] };
  return rows.find(({ registered_user }) => Number(registered_user) === userId);
}

const ofUser = async () =>
  (await readUser(issuer, userId)).holdings.find((holding) => holding.assetUuid === assetUuid)?.receive;

it("says nothing of blacklisted outputs while nobody has read the asset's", async () => {
  const { failing, outputsAsOf } = await pair();
  expect(outputsAsOf).toBeNull();
  expect(failing).not.toContainEqual({ rule: "blacklisted" });
  expect(await exportedCells()).toMatchObject({ has_blacklisted: null });
});

it("names whom they belong to in the matrix, its file and on the user's page, who can receive all the same", async () => {
  await blacklist(true);
  await readEligibility(issuer, assetUuid, query());
  const { failing, outputsAsOf } = await pair();
  expect(outputsAsOf).toBeInstanceOf(Date);
  expect(failing).toContainEqual({ rule: "blacklisted" });
  const others = failing.filter(({ rule }) => rule !== "blacklisted");
  expect(canReceiveNow(failing)).toBe(others.length === 0);
  expect((await ofUser())?.failing).toEqual(failing);
  expect(await exportedCells()).toMatchObject({ has_blacklisted: expect.anything() });
  expect(String((await exportedCells())?.has_blacklisted)).toBe("true");
});

it("knows nothing of them again after a change, until somebody reads the outputs", async () => {
  await blacklist(false);
  expect((await pair()).outputsAsOf).toBeNull();
  await readEligibility(issuer, assetUuid, query());
  const { failing, outputsAsOf } = await pair();
  expect(outputsAsOf).toBeInstanceOf(Date);
  expect(failing).not.toContainEqual({ rule: "blacklisted" });
});
