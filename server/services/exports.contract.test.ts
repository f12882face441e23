import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { parseCsv } from "@/lib/domain/csv";
import type { ExportedList } from "@/lib/domain/exports";
import { flushAmpCalls, logCallsOf, purgeAmpCalls } from "@/server/audit/amp-calls";
import { writeAudit } from "@/server/audit/store";
import { ampAs } from "@/server/auth/amp-session";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { withRequestId } from "@/server/platform/request-context";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { readToken } from "@/server/vault/store";
import { listActivities } from "./activities";
import { listAmpCalls, readAmpCall, readCallPeople } from "./amp-calls";
import { allAssets } from "./assets";
import { listAudit, readAuditEntry } from "./audit";
import { exportList } from "./exports";
import { signIn } from "./sign-in";
import { listUsers } from "./users";

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
  turnClock(0);
  await flushAmpCalls();
  await desk?.close();
  await sandbox?.stop();
});

async function atDesk(username: "issuer" | "manager"): Promise<Actor> {
  const password = `${username}-password`;
  const actor = await findActor(
    await signIn({ environment: "sandbox", method: "password", username, password }),
  );
  if (!actor) throw new Error("Nobody is signed in.");
  return actor;
}

async function textOf(actor: Actor, list: ExportedList, params: Record<string, string>) {
  const file = await exportList(actor, list, params);
  let text = "";
  for await (const chunk of file.chunks) text += chunk;
  return { name: file.name, text };
}

interface Exported {
  about: Record<string, string>;
  rows: Record<string, unknown>[];
}
const jsonOf = async (actor: Actor, list: ExportedList, params: Record<string, string> = {}) =>
  JSON.parse((await textOf(actor, list, { format: "json", ...params })).text) as Exported;

/** Every row of a list, page by page. */
async function everyRow<Row>(
  read: (query: ListQuery) => Promise<ListPage<Row>>,
  query: Omit<ListQuery, "limit">,
) {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ ...query, limit: 40, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

describe("an exported list", () => {
  it("holds the rows of the list's pages, with its search and in its order", async () => {
    const users = await everyRow((query) => listUsers(issuer, query), {
      sort: "-name",
      filters: { wallet: "yes" },
    });
    expect(users.length).toBeGreaterThan(3);
    const file = await jsonOf(issuer, "users", { sort: "-name", wallet: "yes", cursor: "ignored" });
    expect(file.rows.map((row) => [row.id, row.is_archived, row.category_ids, row.categories])).toEqual(
      users.map(({ id, isArchived, categories, categoryNames }) => [
        ...[id, isArchived, categories, categoryNames.map(({ name }) => name)],
      ]),
    );
    expect(users.some(({ categories }) => categories.length > 1)).toBe(true);
    expect(file.about).toMatchObject({ environment: "sandbox", account: "issuer" });
    expect(JSON.stringify(file.about)).toContain("wallet=yes; sort=-name");
  });

  it("has amounts in the displayed unit beside the sats, and names the asset", async () => {
    const asset = (await allAssets(issuer)).find(({ precision }) => precision === 2);
    if (!asset) throw new Error("The world has no asset with two decimals.");
    const of = asset.assetUuid;
    const rows = await everyRow(async (query) => (await listActivities(issuer, of, query)).page, {
      filters: {},
    });
    const { name, text } = await textOf(issuer, "activity", { format: "csv", of });
    expect(name).toMatch(/^ampdesk-sandbox-[a-z0-9-]+-activity-at-\d+-\d{8}t\d{6}z\.csv$/);
    const table = parseCsv(text, ",").rows;
    const heads = table.findIndex(([first]) => first === "block_height");
    expect(table.slice(0, heads).flat().join(" ")).toContain(of);
    const column = (wanted: string) => {
      const at = table[heads]?.indexOf(wanted) ?? -1;
      return table.slice(heads + 1, -1).map((cells) => cells[at]);
    };
    expect(table.at(-1)).toEqual([`# Rows: ${rows.length}`]);
    expect(column("txid")).toEqual(rows.map(({ txid }) => txid));
    expect(column("amount_sats")).toEqual(rows.map(({ amountSats }) => String(amountSats)));
    const [sats = "", shown = ""] = [column("amount_sats")[0], column("amount")[0]];
    expect(shown.replace(".", "")).toBe(sats.padStart(3, "0"));
  });

  it("makes no formula of a name that looks like one", async () => {
    const name = '=HYPERLINK("http://evil.example";"Total")';
    const amp = await ampAs(issuer);
    await amp.call("addRegisteredUser", { body: { name, isCompany: true, gaid: null } });
    const { text } = await textOf(issuer, "categories", { format: "csv" });
    expect(text).toContain("# Environment,sandbox");
    const users = parseCsv((await textOf(issuer, "users", { format: "csv", q: "HYPERLINK" })).text, ",").rows;
    expect(users.at(-2)).toContain(`'${name}`);
    expect(users.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
  });

  it.each(["assets", "managers", "requests", "operations", "audit", "calls", "user-jobs"] as const)(
    "of %s comes whole, also where it is empty",
    async (list) => {
      const whole = { rows: expect.any(Array), count: expect.any(Number) };
      expect(await jsonOf(issuer, list)).toMatchObject(whole);
    },
  );

  it.each([
    ...(["assignments", "vesting", "distributions", "distribution-operations", "supply-steps"] as const),
    ...(["supply-operations", "lost-outputs", "transactions", "utxos", "owners", "eligibility"] as const),
  ])("of %s belongs to one asset", async (list) => {
    const [of = ""] = ofIssuer;
    expect((await jsonOf(issuer, list, { of })).about.asset).toContain(of);
    await expect(exportList(issuer, list, { format: "csv" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("names its block, or says that AMP tells none and the time that stands for it", async () => {
    const [of = ""] = ofIssuer;
    const users = (await listUsers(issuer, { limit: 40, filters: { wallet: "yes" } })).rows;
    const ofAsset = ["assignments", "vesting", "supply-steps", "utxos"] as const;
    const ofUser = ["user-holdings", "user-payments", "user-vesting"] as const;
    for (const [list, params] of [
      ...ofAsset.map((one) => [one, { of }] as const),
      ["assets", {}],
      ...ofUser.map((one) => [one, { of: String(users[0]?.id) }] as const),
      ["gaid-balances", { gaid: users.find(({ gaid }) => gaid)?.gaid ?? "" }],
    ] as const) {
      const { about } = await jsonOf(issuer, list, params);
      expect([list, about.block_height]).toEqual([list, `${about.rows_as_of}, height not told by AMP`]);
    }
    for (const list of ["activity", "transactions"] as const)
      expect((await jsonOf(issuer, list, { of })).about.block_height).toMatch(/^\d+$/);
    expect((await jsonOf(issuer, "balances")).about.block_height).toMatch(/^\d+$/);
    expect((await jsonOf(issuer, "categories")).about).not.toHaveProperty("block_height");
  });

  it("is refused where there is no such list or format", async () => {
    for (const [list, format] of [
      ["secrets", "csv"],
      ["users", "xls"],
      ["constructor", "csv"],
    ] as const)
      await expect(exportList(issuer, list, { format })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leaves an audit entry that says which one, and not what was searched for", async () => {
    await jsonOf(issuer, "users", { q: "a name nobody has" });
    const { rows } = await listAudit(issuer, { limit: 1, filters: { kind: "export" } });
    expect(rows).toMatchObject([{ outcome: "ok", detail: { list: "users", format: "json" } }]);
    const file = await jsonOf(issuer, "audit", { kind: "export" });
    expect(file.rows).toContainEqual(
      expect.objectContaining({ detail: expect.objectContaining({ list: "users", format: "json" }) }),
    );
    expect(JSON.stringify(rows[0]?.detail)).not.toContain("nobody");
  });
});

describe("a manager's export", () => {
  it("holds the granted assets and nothing of the others", async () => {
    const granted = (await jsonOf(manager, "assets")).rows.map((row) => row.asset_uuid);
    expect(granted.length).toBeGreaterThan(0);
    expect(granted.length).toBeLessThan(ofIssuer.length);
    const other = ofIssuer.find((uuid) => !granted.includes(uuid)) ?? "";
    await expect(exportList(manager, "assignments", { format: "csv", of: other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is refused for lists of the issuer alone, and the refusal is in the manager's own log", async () => {
    for (const list of ["managers", "operations"] as const)
      await expect(exportList(manager, list, { format: "csv" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { rows } = await listAudit(manager, { limit: 3, filters: { kind: "export", outcome: "refused" } });
    expect(rows.map(({ detail }) => detail.list)).toEqual(["operations", "managers", "assignments"]);
    const ofOthers = await jsonOf(manager, "audit");
    expect(ofOthers.rows.every(({ person }) => person === manager.personName)).toBe(true);
  });
});

it("the audit log is found by the names of assets and users, of which it keeps the ids alone", async () => {
  const [asset] = await allAssets(issuer);
  const [user] = (await listUsers(issuer, { limit: 1, filters: {} })).rows;
  if (!asset || !user) throw new Error("The seed has neither.");
  const entry = { requestId: "r-named", outcome: "ok" as const };
  await writeAudit(issuer, { ...entry, action: "asset.locked", assetUuid: asset.assetUuid });
  await writeAudit(issuer, { ...entry, action: "user.renamed", detail: { user: user.id } });
  const actions = async (q: string) =>
    (await listAudit(issuer, { limit: 50, filters: {}, q })).rows
      .filter(({ requestId }) => requestId === "r-named")
      .map(({ action }) => action);
  expect(await actions(asset.name.slice(0, -1).toUpperCase())).toEqual(["asset.locked"]);
  expect(await actions(user.name)).toEqual(["user.renamed"]);
  const rows = (await listAudit(issuer, { limit: 50, filters: { asset: asset.assetUuid } })).rows;
  expect(new Set(rows.map(({ assetUuid }) => assetUuid))).toEqual(new Set([asset.assetUuid]));
});

describe("the log of calls of AMP", () => {
  const asked = async (requestId: string, actor = issuer) =>
    (await listAmpCalls(actor, { limit: 50, filters: {}, q: requestId })).rows;

  it("keeps each call of a request with its form and without a value, a secret or a name", async () => {
    const amp = await ampAs(issuer);
    const password = "a-Password-of-this-test-9";
    await withRequestId("r-calls", async () => {
      await amp.call("listAssets");
      await amp.call("createManager", { body: { username: "mia-of-this-test", password } });
      await amp.call("addRegisteredUser", { body: { name: "Zoe Zimmer", isCompany: false, gaid: null } });
      await amp.call("getRegisteredUser", { path: { registeredUserId: 999_999 } }).catch(() => {});
      await amp.call("createManager", { body: { username: "mia-of-this-test", password } }).catch(() => {});
      await amp.call("setMemo", { path: { assetUuid: ofIssuer[0] ?? "" }, body: "Call Zoe Zimmer" });
    });
    const rows = await asked("r-calls");
    expect(rows.map(({ endpoint, status }) => [endpoint, status])).toEqual([
      ["setMemo", 200],
      ["createManager", 400],
      ["getRegisteredUser", 404],
      ["addRegisteredUser", 201],
      ["createManager", 201],
      ["listAssets", 200],
    ]);
    expect(rows.every((row) => row.personName === issuer.personName)).toBe(true);
    expect(rows.map(({ refusal }) => refusal !== null)).toEqual([false, true, true, false, false, false]);
    const { call, snippets } = await readAmpCall(issuer, String(rows[4]?.id));
    expect(call.answer).toMatchObject({ kind: "object", fields: expect.arrayContaining(["username"]) });
    expect(snippets.map(({ language }) => language)).toContain("csharp");
    const stored = await desk.dump();
    const token = await readToken(issuer.workspaceId);
    for (const hidden of [password, "mia-of-this-test", "Zoe Zimmer", `${token}`])
      expect(stored).not.toContain(hidden);
  });

  it("is found from the audit entry of the same request", async () => {
    await withRequestId("r-export", () => jsonOf(issuer, "managers"));
    const [entry] = (await listAudit(issuer, { limit: 1, filters: {}, q: "r-export" })).rows;
    const detail = await readAuditEntry(issuer, String(entry?.id));
    expect(detail.calls.map(({ endpoint }) => endpoint)).toContain("listManagers");
  });

  it("keeps nothing that nobody asked for, and shows nobody the calls of another workspace", async () => {
    const before = await listAmpCalls(issuer, { limit: 200, filters: {} });
    await (await ampAs(issuer)).call("listCategories");
    expect((await listAmpCalls(issuer, { limit: 200, filters: {} })).rows[0]?.id).toBe(before.rows[0]?.id);
    expect(await asked("r-calls", manager)).toEqual([]);
    await expect(readAmpCall(manager, String(before.rows[0]?.id))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is filtered in the database and paged by its cursor", async () => {
    const read = (filters: Record<string, string>, limit = 50, cursor?: string) =>
      listAmpCalls(issuer, { limit, filters, ...(cursor ? { cursor } : {}) });
    const refused = (await read({ status: "4xx" })).rows;
    expect(refused.map(({ endpoint }) => endpoint)).toEqual(["createManager", "getRegisteredUser"]);
    const words = refused[0]?.refusal ?? "";
    expect((await listAmpCalls(issuer, { limit: 50, filters: {}, q: words })).rows).toEqual([refused[0]]);
    const posts = (await read({ method: "POST" })).rows;
    expect(posts.map(({ method }) => method)).toEqual(posts.map(() => "POST"));
    const first = await read({ method: "POST" }, 1);
    const second = await read({ method: "POST" }, 1, first.nextCursor ?? undefined);
    expect([...first.rows, ...second.rows]).toEqual(posts.slice(0, 2));
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect((await read({ from: tomorrow })).rows).toEqual([]);
    expect((await read({ to: tomorrow, endpoint: "listAssets" })).rows.length).toBeGreaterThan(0);
  });

  it("is narrowed to what changed something, and to what was for one person", async () => {
    const read = async (filters: Record<string, string>) =>
      (await listAmpCalls(issuer, { limit: 50, filters, q: "r-narrowed" })).rows;
    const names = async (filters: Record<string, string>) =>
      (await read(filters)).map(({ endpoint, path }) => endpoint ?? path);
    const grace = { ...issuer, personName: "Grace of this test" };
    await withRequestId("r-narrowed", async () => {
      await (await ampAs(issuer)).call("listCategories");
      const path = { assetUuid: ofIssuer[0] ?? "" };
      await (await ampAs(grace)).call("registerAsset", { path }).catch(() => {});
      const seen = { at: new Date(), query: {}, body: undefined, status: 200, durationMs: 1 };
      for (const method of ["GET", "POST"])
        logCallsOf(issuer.workspaceId)({ ...seen, method, path: "/nowhere", answer: "", refusal: null });
    });
    expect((await read({ changes: "yes" })).map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /nowhere",
      `GET /assets/${ofIssuer[0]}/register`,
    ]);
    expect(await names({ changes: "no" })).toEqual(["/nowhere", "listCategories"]);
    expect(await names({ person: grace.personName })).toEqual(["registerAsset"]);
    expect(await names({ person: grace.personName, changes: "no" })).toEqual([]);
    expect(await readCallPeople(issuer)).toEqual([issuer.personName]);
  });

  it("forgets what is older than the configuration says", async () => {
    turnClock(29 * 86_400_000);
    await purgeAmpCalls(30);
    expect((await asked("r-calls")).length).toBe(6);
    turnClock(31 * 86_400_000);
    await purgeAmpCalls(30);
    expect(await asked("r-calls")).toEqual([]);
  });
});
