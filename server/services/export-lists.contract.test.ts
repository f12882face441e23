import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { ExportedList } from "@/lib/domain/exports";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { listAmpDistributions } from "./amp-distributions";
import { allAssets } from "./assets";
import { saveApproved } from "./assignment-batches";
import { exportList } from "./exports";
import { signIn } from "./sign-in";
import { readSupplyHistory } from "./supply-history";
import { checkImport } from "./user-import";
import { readVesting } from "./vesting";

let sandbox: TestSandbox;
let desk: TestDesk;
let issuer: Actor;
let manager: Actor;
let ofIssuer: string[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  issuer = await atDesk("issuer");
  manager = await atDesk("manager");
  ofIssuer = (await allAssets(issuer)).map(({ assetUuid }) => assetUuid);
});
afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});

async function atDesk(username: "issuer" | "manager"): Promise<Actor> {
  const account = { username, password: `${username}-password` };
  const actor = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!actor) throw new Error("Nobody is signed in.");
  return actor;
}

async function textOf(list: ExportedList, params: Record<string, string>) {
  let text = "";
  for await (const chunk of (await exportList(issuer, list, params)).chunks) text += chunk;
  return text;
}

interface Exported {
  about: Record<string, string>;
  rows: Record<string, unknown>[];
}
const jsonOf = async (list: ExportedList, params: Record<string, string>) =>
  JSON.parse(await textOf(list, { format: "json", ...params })) as Exported;

describe("the file of a list that stands on its page whole", () => {
  it("has every step of a supply, the newest first, up to the supply of now", async () => {
    const [of = ""] = ofIssuer;
    const { changes, movedSats } = await readSupplyHistory(issuer, of);
    const { rows } = await jsonOf("supply-steps", { of });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ txid }) => txid)).toEqual(changes.map(({ txid }) => txid).reverse());
    expect(rows[0]?.supply_sats).toBe(String(movedSats));
  });

  it("has what vests when, and the assignments of one approval and of one distribution", async () => {
    const [asset] = (await allAssets(issuer)).filter(({ isAuthorized }) => isAuthorized);
    const of = asset?.assetUuid ?? "";
    const { dates } = await readVesting(issuer, of);
    const vesting = await jsonOf("vesting", { of });
    expect(vesting.rows.map(({ amount_sats }) => amount_sats)).toEqual(dates.map(({ sats }) => String(sats)));

    const batch = randomUUID();
    const wanted = { registeredUser: 7, userName: "=Ada", amountSats: 12n, isReady: true, vestsAt: null };
    const rows = [{ wanted, original: null }];
    await saveApproved(issuer, { intentId: batch, assetUuid: of, kind: "create", rows, approved: [] });
    const approved = await jsonOf("batch", { of, batch });
    expect(approved.rows).toMatchObject([{ name: "=Ada", amount_sats: "12", state: "waiting" }]);
    expect(await textOf("batch", { format: "csv", of, batch })).toContain(",'=Ada,");
    await expect(exportList(issuer, "batch", { format: "csv", of })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });

    const booked = await Promise.all(
      ofIssuer.map(async (uuid) => {
        const page = await listAmpDistributions(issuer, uuid, { limit: 1, filters: {} });
        return page.rows.map((row) => ({ uuid, row }));
      }),
    );
    const [{ uuid, row } = { uuid: "", row: null }] = booked.flat();
    const distribution = row?.distributionUuid ?? "";
    const paid = await jsonOf("recipients", { of: uuid, distribution });
    const total = paid.rows.reduce((sum, { amount_sats }) => sum + BigInt(String(amount_sats)), 0n);
    expect(total).toBe(row?.totalSats);
  });

  it("has the rows of one bulk change, of this workspace alone", async () => {
    const text = "name,categories\nGrace Hopper,\nAda Lovelace,";
    const { jobId } = await checkImport(issuer, { intentId: randomUUID(), text, fileName: "members.csv" });
    const jobs = await jsonOf("user-jobs", { q: "members" });
    expect(jobs.rows).toMatchObject([{ id: jobId, file: "members.csv" }]);
    const { about, rows } = await jsonOf("user-job", { of: jobId, q: "grace" });
    expect(about.bulk_change).toBe(jobId);
    expect(rows).toMatchObject([{ name: "Grace Hopper" }]);
    await expect(exportList(manager, "user-job", { format: "csv", of: jobId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
