import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Utxo } from "@/lib/contracts/amp/utxos";
import type { Actor } from "@/lib/domain/actor";
import { canReceiveNow, failingRules } from "@/lib/domain/eligibility-matrix";
import { MOST_OUTPUTS } from "@/lib/domain/utxos";
import { ampAs } from "@/server/auth/amp-session";
import { type MirrorBench, openMirrorBench, query } from "@/server/mirror/testing";
import { readEligibility } from "./eligibility";
import { readEligibilityMatrix } from "./eligibility-matrix";
import { exportList } from "./exports";
import { readGaid } from "./gaids";
import { readUser } from "./users";
import { countOwners, listUtxos, setBlacklisted } from "./utxos";

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

const holding = async () =>
  (await readUser(issuer, userId)).holdings.find((one) => one.assetUuid === assetUuid);
const inWallet = async () =>
  (await readGaid(issuer, output.gaid ?? "")).balances.find((one) => one.assetUuid === assetUuid);

/** What the file of somebody's balances says of the asset. */
async function blacklistedInFile(list: "user-holdings" | "gaid-balances", of: Record<string, string>) {
  let text = "";
  for await (const chunk of (await exportList(issuer, list, { format: "json", ...of })).chunks) text += chunk;
  const { rows } = JSON.parse(text) as { rows: Record<string, unknown>[] };
  const row = rows.find(({ asset_uuid }) => asset_uuid === assetUuid);
  return [row?.of_which_blacklisted_sats, row?.blacklisted_as_of];
}
const inFiles = () =>
  Promise.all([
    blacklistedInFile("user-holdings", { of: String(userId) }),
    blacklistedInFile("gaid-balances", { gaid: output.gaid ?? "" }),
  ]);

it("says nothing of blacklisted outputs while nobody has read the asset's", async () => {
  const { failing, outputsAsOf } = await pair();
  expect(outputsAsOf).toBeNull();
  expect(failing).not.toContainEqual({ rule: "blacklisted" });
  expect(await exportedCells()).toMatchObject({ has_blacklisted: null });
  expect((await holding())?.blacklisted).toBeNull();
  expect((await inWallet())?.blacklisted).toBeNull();
  expect(await inFiles()).toEqual([
    [null, null],
    [null, null],
  ]);
});

it("names whom they belong to in the matrix, its file and on the user's page, who can receive all the same", async () => {
  await blacklist(true);
  await readEligibility(issuer, assetUuid, query());
  const { failing, outputsAsOf } = await pair();
  expect(outputsAsOf).toBeInstanceOf(Date);
  expect(failing).toContainEqual({ rule: "blacklisted" });
  const others = failing.filter(({ rule }) => rule !== "blacklisted");
  expect(canReceiveNow(failing)).toBe(others.length === 0);
  expect((await holding())?.receive.failing).toEqual(failing);
  expect(await exportedCells()).toMatchObject({ has_blacklisted: expect.anything() });
  expect(String((await exportedCells())?.has_blacklisted)).toBe("true");
});

it("tells how much of a user's and of a wallet's balance that is, and as of when", async () => {
  const { outputsAsOf } = await pair();
  const told = { sats: output.amount, asOf: outputsAsOf };
  expect((await holding())?.blacklisted).toEqual(told);
  expect((await inWallet())?.blacklisted).toEqual(told);
  const inFile = [String(output.amount), outputsAsOf?.toISOString()];
  expect(await inFiles()).toEqual([inFile, inFile]);
});

it("adds up what an owner and everybody has, and how much of that is blacklisted", async () => {
  const outputs = await (await ampAs(issuer)).call("listUtxos", { path: { assetUuid } });
  const sum = (some: Utxo[]) => some.reduce((total, { amount }) => total + amount, 0n);
  const treasury = outputs.filter(({ registeredUser, gaid }) => registeredUser === null && gaid === null);
  const keys = [`user:${userId}`, "treasury:", "account:nobody"];
  const { owners, ...all } = await countOwners(issuer, assetUuid, keys);
  const told = (one: string) => owners.filter(({ key }) => key === one);
  expect(owners).toHaveLength(2);
  expect(told(`user:${userId}`)).toEqual([
    {
      key: `user:${userId}`,
      totalSats: sum(outputs.filter(({ registeredUser }) => registeredUser === userId)),
      blacklistedSats: output.amount,
    },
  ]);
  expect(told("treasury:")).toEqual([{ key: "treasury:", totalSats: sum(treasury), blacklistedSats: 0n }]);
  expect(all).toEqual({ supplySats: sum(outputs), blacklistedSats: output.amount });
  await expect(
    countOwners(
      issuer,
      assetUuid,
      Array.from({ length: MOST_OUTPUTS + 1 }, () => "treasury:"),
    ),
  ).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

it("sums what a search and filters leave of the outputs beside all of them", async () => {
  const outputs = await (await ampAs(issuer)).call("listUtxos", { path: { assetUuid } });
  const ofOthers = outputs.filter(
    ({ registeredUser }) => registeredUser !== null && registeredUser !== userId,
  );
  const asked = query({ filters: { owner: "user", state: "free" } });
  const { all, matching, page } = await listUtxos(issuer, assetUuid, asked);
  const free = [
    ...ofOthers,
    ...outputs.filter(({ registeredUser, blacklisted }) => registeredUser === userId && !blacklisted),
  ];
  expect(matching).toEqual({
    count: free.length,
    amountSats: free.reduce((total, { amount }) => total + amount, 0n),
  });
  expect(page.total).toBe(matching.count);
  expect(all.count).toBe(outputs.length);
});

it("knows nothing of them again after a change, until somebody reads the outputs", async () => {
  await blacklist(false);
  expect((await pair()).outputsAsOf).toBeNull();
  await readEligibility(issuer, assetUuid, query());
  const { failing, outputsAsOf } = await pair();
  expect(outputsAsOf).toBeInstanceOf(Date);
  expect(failing).not.toContainEqual({ rule: "blacklisted" });
  expect((await holding())?.blacklisted).toEqual({ sats: 0n, asOf: outputsAsOf });
});
