import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { auditText } from "@/lib/messages/audit";
import { flushAmpCalls } from "@/server/audit/amp-calls";
import { writeAudit } from "@/server/audit/store";
import { transaction } from "@/server/db/client";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { withRequestId } from "@/server/platform/request-context";
import { signInManager } from "@/server/requests/testing";
import { addUser, signIn } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signInAtDesk } from "@/server/treasury/testing";
import { saveWorkspace } from "@/server/vault/store";
import { listAudit, readAuditEntry, readAuditPeople } from "./audit";
import { exportList } from "./exports";
import { renameUser } from "./user-changes";

let sandbox: TestSandbox;
let desk: TestDesk;
let issuer: Actor;
let manager: Actor;
let stranger: Actor;
let userId: number;

/** Another account that has signed in here, with the same rights. */
async function another(actor: Actor, accountName: string, ampUserId: number | null): Promise<Actor> {
  const account = { environment: "sandbox", role: actor.role, accountName, ampUserId } as const;
  const { id } = await transaction((tx) =>
    saveWorkspace(tx, { ...account, token: `token-of-${accountName}` }),
  );
  return { ...actor, workspaceId: id, accountName, personName: `Sam of ${accountName}` };
}

const RENAME = "user.renamed";

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  issuer = await signInAtDesk();
  manager = await signInManager();
  // Of another issuer: AMP does not list them.
  stranger = await another(manager, "stranger", 9_999);
  userId = (await addUser(sandbox, await signIn(sandbox, "issuer"), "Ada")).id;
  await withRequestId("r-manager", () => renameUser(manager, { userId, name: "Ada Lovelace" }));
  await withRequestId("r-issuer", () => renameUser(issuer, { userId, name: "Ada King" }));
  const line = { requestId: "r-stranger", action: RENAME, outcome: "ok", detail: { user: userId } } as const;
  await writeAudit(stranger, line);
}, 60_000);
afterAll(async () => {
  turnClock(0);
  await flushAmpCalls();
  await desk?.close();
  await sandbox?.stop();
});

async function find(actor: Actor, filters: Record<string, string>, q?: string): Promise<string[]> {
  const { rows } = await listAudit(actor, {
    limit: 50,
    filters: { action: RENAME, ...filters },
    ...(q && { q }),
  });
  return rows.map(({ requestId }) => requestId);
}

describe("an issuer's audit log", () => {
  it("has what the issuer's managers did, newest first among the issuer's own, and nobody else's", async () => {
    expect(await find(issuer, {})).toEqual(["r-issuer", "r-manager"]);
    expect(await find(issuer, { user: String(userId) })).toEqual(["r-issuer", "r-manager"]);
    expect(await find(issuer, {}, "r-manager")).toEqual(["r-manager"]);
    expect(await find(issuer, {}, "r-stranger")).toEqual([]);
  });

  it("says whose an entry is, and is filtered by it and by the managers' people", async () => {
    const { rows } = await listAudit(issuer, { limit: 50, filters: { action: RENAME } });
    expect(rows.map(({ managerName }) => managerName)).toEqual([null, "manager"]);
    expect(await find(issuer, { by: "managers" })).toEqual(["r-manager"]);
    expect(await find(issuer, { by: "own" })).toEqual(["r-issuer"]);
    expect(await find(issuer, { person: manager.personName })).toEqual(["r-manager"]);
    expect(await readAuditPeople(issuer)).toEqual({
      people: [issuer.personName, manager.personName].sort(),
      hasManagers: true,
    });
  });

  it("is paged across both, each entry once", async () => {
    const query = { limit: 1, filters: { action: RENAME } };
    const first = await listAudit(issuer, query);
    const second = await listAudit(issuer, { ...query, cursor: String(first.nextCursor) });
    expect([...first.rows, ...second.rows].map(({ requestId }) => requestId)).toEqual([
      "r-issuer",
      "r-manager",
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it("opens a manager's entry, without what AMP was asked for it", async () => {
    const [row] = (await listAudit(issuer, { limit: 1, filters: { by: "managers", action: RENAME } })).rows;
    const { entry, calls } = await readAuditEntry(issuer, String(row?.id));
    expect(entry).toMatchObject({ requestId: "r-manager", managerName: "manager", detail: { user: userId } });
    expect(calls).toEqual([]);
    expect((await readAuditEntry(manager, String(row?.id))).calls.length).toBeGreaterThan(0);
  });

  it("is exported with the managers' accounts", async () => {
    const file = await exportList(issuer, "audit", { format: "csv", action: RENAME });
    let text = "";
    for await (const chunk of file.chunks) text += chunk;
    for (const own of ["r-manager", "r-issuer", ",manager,"]) expect(text).toContain(own);
    expect(text).not.toContain("r-stranger");
  });
});

describe("a manager's audit log", () => {
  it("is the manager's own, whatever it is asked for", async () => {
    expect(await find(manager, {})).toEqual(["r-manager"]);
    expect(await find(manager, { by: "managers" })).toEqual([]);
    expect(await find(manager, {}, "r-issuer")).toEqual([]);
    expect(await readAuditPeople(manager)).toEqual({ people: [manager.personName], hasManagers: false });
    const [row] = (await listAudit(issuer, { limit: 1, filters: { by: "own", action: RENAME } })).rows;
    await expect(readAuditEntry(manager, String(row?.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("while AMP is away", () => {
  it("the log goes by what AMP told last, and without that says what is missing and makes no file", async () => {
    await sandbox.stop();
    turnClock(60_000);
    expect(await find(issuer, {})).toEqual(["r-issuer", "r-manager"]);
    const untold = await another(issuer, "other", null);
    const page = await listAudit(untold, { limit: 50, filters: {} });
    expect(page.lacksManagers).toBe(true);
    await expect(exportList(untold, "audit", { format: "csv" })).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: auditText.managers.notExported,
    });
    expect((await listAudit(untold, { limit: 50, filters: { by: "own" } })).lacksManagers).toBe(false);
  });
});
