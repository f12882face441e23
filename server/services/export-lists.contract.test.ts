import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { ExportedList } from "@/lib/domain/exports";
import type { SupplyIntent } from "@/lib/domain/intent";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { ASSET, findAlerts } from "@/server/notices/testing-desk";
import { now } from "@/server/platform/clock";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { insertOperation, moveOperation } from "@/server/treasury/store";
import { listAmpDistributions } from "./amp-distributions";
import { readAssetSettings } from "./asset-settings";
import { allAssets } from "./assets";
import { saveApproved } from "./assignment-batches";
import { readMatrix } from "./category-matrix";
import { exportList } from "./exports";
import { readGaid } from "./gaids";
import { signIn } from "./sign-in";
import { readSupplyHistory } from "./supply-history";
import { readTreasury } from "./treasury";
import { checkImport } from "./user-import";
import { listUsers, readUser } from "./users";
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

async function textOf(list: ExportedList, params: Record<string, string>, actor = issuer) {
  let text = "";
  for await (const chunk of (await exportList(actor, list, params)).chunks) text += chunk;
  return text;
}

interface Exported {
  about: Record<string, string>;
  rows: Record<string, unknown>[];
}
const jsonOf = async (list: ExportedList, params: Record<string, string>, actor = issuer) =>
  JSON.parse(await textOf(list, { format: "json", ...params }, actor)) as Exported;

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
    const { dates } = (await readVesting(issuer, of, { limit: 10_000, filters: {} })).page;
    const vesting = await jsonOf("vesting", { of });
    expect(vesting.rows.map(({ amount_sats }) => amount_sats)).toEqual(dates.map(({ sats }) => String(sats)));

    const batch = randomUUID();
    const wanted = { registeredUser: 7, userName: "=Ada", amountSats: 12n, isReady: true, vestsAt: null };
    const rows = [{ wanted, original: null }];
    const approval = { intentId: batch, assetUuid: of, kind: "create" as const, approved: [] };
    await saveApproved(issuer, { ...approval, rows, nextRunAt: new Date() });
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
    // The head is the first line of the file.
    const steps = [{ kind: "create", name: "Grace Hopper", isCompany: false, gaid: null }];
    expect(rows).toMatchObject([{ line: 2, name: "Grace Hopper", steps, results: [] }]);
    await expect(exportList(manager, "user-job", { format: "csv", of: jobId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("the file of a list that stands beside another one", () => {
  it("has what one user holds of each asset, for a manager of the granted ones alone", async () => {
    const { rows: users } = await listUsers(issuer, { limit: 50, filters: { wallet: "yes" } });
    const views = await Promise.all(users.map(({ id }) => readUser(issuer, id)));
    const view = views.find(({ holdings }) => holdings.some(({ balance }) => balance > 0n));
    const of = String(view?.user.id);
    const { about, rows } = await jsonOf("user-holdings", { of });
    expect(about).toMatchObject({ registered_user: of, source: "AMP" });
    expect(rows.map((row) => [row.asset_uuid, row.balance_sats, row.assigned_sats, row.may_receive])).toEqual(
      view?.holdings.map(({ assetUuid, balance, assigned, receive }) => [
        ...[assetUuid, String(balance), String(assigned), receive.state],
      ]),
    );
    const granted = (await allAssets(manager)).map(({ assetUuid }) => assetUuid).sort();
    const ofManager = await jsonOf("user-holdings", { of }, manager);
    expect(ofManager.rows.map((row) => String(row.asset_uuid)).sort()).toEqual(granted);
    for (const wrong of ["", "0", "x"])
      await expect(exportList(issuer, "user-holdings", { format: "csv", of: wrong })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });

  it("has a column for each category, and the users that the matrix shows", async () => {
    const { categories } = await readMatrix(issuer, { limit: 1, filters: {} });
    const [{ id, name } = { id: 0, name: "" }] = categories;
    const { about, rows } = await jsonOf("category-matrix", { category: String(id), sort: "-name" });
    const shown = await readMatrix(issuer, { limit: 200, sort: "-name", filters: { category: String(id) } });
    expect(rows.map((row) => row.registered_user)).toEqual(shown.page.rows.map((row) => row.id));
    expect(new Set(rows.map((row) => row[`${name} (${id})`]))).toEqual(new Set([true]));
    expect(Object.keys(rows[0] ?? {})).toHaveLength(2 + categories.length);
    expect(about.filter_and_order).toBe(`category=${id}; sort=-name`);
    const text = await textOf("category-matrix", { format: "csv", q: "nobody of this name" });
    expect(text).toContain(`${name} (${id})`);
  });

  it("has an asset's treasury addresses, for the issuer alone", async () => {
    const [of = ""] = ofIssuer;
    const { treasuryAddresses } = await readAssetSettings(issuer, of);
    const { rows } = await jsonOf("treasury-addresses", { of });
    expect(rows.map(({ address }) => address)).toEqual(treasuryAddresses);
    const [granted = ""] = (await allAssets(manager)).map(({ assetUuid }) => assetUuid);
    const asManager = exportList(manager, "treasury-addresses", { format: "csv", of: granted });
    await expect(asManager).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("has what a GAID holds", async () => {
    const { rows: users } = await listUsers(issuer, { limit: 50, filters: { wallet: "yes" } });
    const views = await Promise.all(users.map(({ gaid }) => readGaid(issuer, gaid ?? "")));
    const view = views.find(({ balances }) => balances.length > 0);
    const { about, rows } = await jsonOf("gaid-balances", { gaid: view?.gaid ?? "" });
    expect(about.filter_and_order).toBe(`gaid=${view?.gaid}`);
    expect(rows.map((row) => [row.asset_uuid, row.balance_sats])).toEqual(
      view?.balances.map(({ assetUuid, balanceSats }) => [assetUuid, String(balanceSats)]),
    );
    const wrong = exportList(issuer, "gaid-balances", { format: "csv", gaid: "GA" });
    await expect(wrong).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has every message about what needs a person, also past the first page, of one's own workspace", async () => {
    await pool().query(
      `insert into notice_deliveries (id, workspace_id, channel, is_test, state, tries, due_at, created_at, problem)
       select gen_random_uuid(), $1, 'email', n = 1, 'dead', n, now(), '2026-01-01Z'::timestamptz + n / 2 * interval '1 second',
         '=HYPERLINK("x")'
       from generate_series(1, 2300) as n`,
      [issuer.workspaceId],
    );
    const { rows } = await jsonOf("notices", {});
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2_300);
    expect(rows).toHaveLength(2_300);
    expect(rows.at(-1)).toMatchObject({
      channel: "email",
      is_test: true,
      matters: 0,
      state: "dead",
      tries: 1,
    });
    expect(rows[0]).toMatchObject({ tries: 2_300, is_test: false });
    expect(await textOf("notices", { format: "csv" })).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await jsonOf("notices", {}, manager)).rows).toEqual([]);
  });

  it("keeps the members of an order that nobody here carries out for the issuer", async () => {
    const [granted = ""] = (await allAssets(manager)).map(({ assetUuid }) => assetUuid);
    const asManager = exportList(manager, "foreign-orders", { format: "csv", of: granted });
    await expect(asManager).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("has the journal of an operation, of this workspace alone", async () => {
    const [assetUuid = ""] = ofIssuer;
    const { workspaceId, personName: requestedBy } = issuer;
    const whose = { workspaceId, assetUuid, requestedBy, requestId: "r", intentHash: "" };
    const operation = await insertOperation({
      ...whose,
      kind: "burn",
      intent: { assetUuid } as SupplyIntent,
    });
    const entry = { step: "send", phase: "outcome" as const, detail: { txid: "ab", sats: 5n } };
    await moveOperation(operation, { state: "done", nextRunAt: null }, entry);
    const { rows } = await jsonOf("journal", { operation: operation.id });
    expect(rows).toMatchObject([{ step: "send", phase: "outcome", detail: { txid: "ab", sats: "5" } }]);
    for (const wrong of ["", randomUUID()])
      await expect(exportList(issuer, "journal", { format: "csv", operation: wrong })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    const asManager = exportList(manager, "journal", { format: "csv", operation: operation.id });
    await expect(asManager).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("has the signed-in browsers of one's own workspace, and no secret", async () => {
    await atDesk("issuer");
    const { rows } = await jsonOf("sessions", {});
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([issuer.personName]));
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...["person", "device", "remote_address", "signed_in_at", "last_seen_at"],
    ]);
    const ofManager = await jsonOf("sessions", {}, manager);
    expect(new Set(ofManager.rows.map(({ person }) => person))).toEqual(new Set([manager.personName]));
  });

  it("has what the treasury wallet holds, L-BTC first, with the node's block; for the issuer alone", async () => {
    const { about, rows } = await jsonOf("balances", {});
    const { balances, policySats, policyAssetId, blocks } = await readTreasury(issuer);
    expect(about).toMatchObject({ source: "the treasury node", block_height: String(blocks) });
    expect(rows[0]).toMatchObject({
      ...{ kind: "lbtc", asset: "L-BTC", asset_id: policyAssetId, amount_sats: String(policySats) },
    });
    const named = rows.slice(1);
    expect(named.length).toBeGreaterThan(0);
    expect(new Map(named.map((row) => [row.asset_id, row.amount_sats]))).toEqual(
      new Map(balances.map(({ assetId, amountSats }) => [assetId, String(amountSats)])),
    );
    expect(named.some(({ kind, asset }) => kind === "asset" && asset !== null)).toBe(true);
    await expect(exportList(manager, "balances", { format: "csv" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("has what the watch over the treasury found, and what became of it; for the issuer alone", async () => {
    await findAlerts(issuer, ["lost"]);
    const { rows } = await jsonOf("watch-alerts", {});
    const found = { kind: "lost", state: "open", asset: ASSET.name, asset_uuid: ASSET.assetUuid };
    expect(rows).toContainEqual(expect.objectContaining(found));
    await expect(exportList(manager, "watch-alerts", { format: "csv" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("has all of a long list of alerts once each, the closed ones last, also when one closes meanwhile", async () => {
    // Two at every moment, every third closed; the file takes 2,000 at once.
    await pool().query(
      `insert into watch_alerts (id, workspace_id, asset_uuid, asset_name, kind, subject, is_token, state, raised_at,
         seen_at, closed_at)
       select gen_random_uuid(), $1, $2, 'Many', 'moved', 'many:' || n, false,
         case when n % 3 = 0 then 'closed' else 'open' end, '2026-01-01Z'::timestamptz + n / 2 * interval '1 second',
         now(), case when n % 3 = 0 then '2026-02-01Z'::timestamptz end
       from generate_series(1, 6200) as n`,
      [issuer.workspaceId, ASSET.assetUuid],
    );
    const { chunks } = await exportList(issuer, "watch-alerts", { format: "json" });
    // The first page is read: what closes from here on is shown as it is, at the place where it stood.
    const closing = "update watch_alerts set state = 'closed', closed_at = $1 where subject = 'many:1'";
    await pool().query(closing, [now()]);
    let text = "";
    for await (const chunk of chunks) text += chunk;
    const rows = (JSON.parse(text) as Exported).rows.filter(({ asset }) => asset === "Many");
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(6_200);
    expect(rows).toHaveLength(6_200);
    const firstClosed = rows.findIndex(({ subject }) => Number(String(subject).slice(5)) % 3 === 0);
    expect(firstClosed).toBe(4_134);
    expect(rows[firstClosed - 1]).toMatchObject({ subject: "many:1", state: "closed" });
    expect(rows.slice(firstClosed).every(({ state }) => state === "closed")).toBe(true);
    for (const half of [rows.slice(0, firstClosed), rows.slice(firstClosed)]) {
      const raised = half.map(({ raised_at }) => String(raised_at));
      expect(raised).toEqual(raised.toSorted().toReversed());
    }
  });
});
