import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { AuditOutcome } from "@/lib/domain/audit";
import { writeAudit } from "@/server/audit/store";
import { pool, transaction } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { currentRequestId, withRequestId } from "@/server/platform/request-context";
import { saveWorkspace } from "@/server/vault/store";
import { listAudit, readAuditEntry } from "./audit";

let desk: TestDesk;
let actor: Actor;
/** The entries may come about around midnight. */
let firstDay: string;
const today = () => new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  desk = await openTestDesk();
  firstDay = today();
  const account = { environment: "sandbox", role: "issuer", accountName: "ada", ampUserId: null } as const;
  const { id } = await transaction((tx) => saveWorkspace(tx, { ...account, token: "token-of-ada" }));
  actor = {
    workspaceId: id,
    environment: "sandbox",
    role: "issuer",
    accountName: "ada",
    personName: "Ada",
  };
  const entries: [string, AuditOutcome][] = [
    ["session.opened", "ok"],
    ["asset.issued", "ok"],
    ["assignment.created", "refused"],
    ["assignment.created", "ok"],
    ["asset.locked", "refused"],
    ["assignment.deleted", "unknown"],
    ["assignment.locked", "ok"],
  ];
  for (const [action, outcome] of entries) await writeAudit(actor, { requestId: "request", action, outcome });
  await writeGrace();
});
afterAll(() => desk?.close());

/** Not among those that the filters are tested with. */
const assetUuid = "6ffa44b0-3a0c-4d8e-9f7a-0123456789ab";
const writeGrace = () =>
  withRequestId(
    "r-the-request",
    () =>
      writeAudit(
        { ...actor, personName: "Grace" },
        {
          requestId: currentRequestId(),
          action: "burn.approved",
          outcome: "ok",
          assetUuid,
          detail: { amountSats: 77_123n, share: "100%" },
        },
      ),
    { remoteAddress: "203.0.113.9", device: "Firefox on Linux" },
  );

const read = async (filters: Record<string, string>, limit = 50, cursor?: string) => {
  const page = await listAudit(actor, { limit, filters, ...(cursor ? { cursor } : {}) });
  return { actions: page.rows.map((row) => row.action), next: page.nextCursor ?? undefined };
};

describe("the search of the audit log", () => {
  const find = async (q: string, filters: Record<string, string> = {}) =>
    (await listAudit(actor, { limit: 50, filters, q })).rows.map((row) => row.action);

  it("looks into the words of an action, its name, the person, the request and what it was about", async () => {
    expect(await find("ISSUED AN")).toEqual(["asset.issued"]);
    expect(await find("ment.del")).toEqual(["assignment.deleted"]);
    expect(await find("grace")).toEqual(["burn.approved"]);
    expect(await find("r-the-request")).toEqual(["burn.approved"]);
    expect(await find("77123")).toEqual(["burn.approved"]);
    expect(await find(assetUuid.slice(0, 13))).toEqual(["burn.approved"]);
    expect(await find("firefox on")).toEqual(["burn.approved"]);
  });

  it("takes its own wildcards for what they are", async () => {
    expect(await find("%")).toEqual(["burn.approved"]);
    expect(await find("_______________________________________________")).toEqual([]);
  });

  it("goes together with filters by person, action and day", async () => {
    const actions = async (filters: Record<string, string>) => (await read(filters)).actions;
    expect(await actions({ person: "Grace" })).toEqual(["burn.approved"]);
    expect(await actions({ action: "assignment.created", outcome: "ok" })).toEqual(["assignment.created"]);
    expect(await actions({ person: "Grace", from: firstDay, to: today() })).toEqual(["burn.approved"]);
    expect(await actions({ to: "2020-01-01" })).toEqual([]);
    expect(await actions({ asset: assetUuid })).toEqual(["burn.approved"]);
    expect(await actions({ asset: randomUUID() })).toEqual([]);
    await expect(actions({ asset: "1 or 1=1" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await find("approved", { person: "Ada" })).toEqual([]);
  });

  it("leads to the entry itself, and to nobody else's", async () => {
    const [row] = (await listAudit(actor, { limit: 1, filters: {}, q: "grace" })).rows;
    const { entry, others } = await readAuditEntry(actor, String(row?.id));
    expect(entry).toMatchObject({
      action: "burn.approved",
      device: "Firefox on Linux",
      remoteAddress: "203.0.113.9",
    });
    expect(others.map(({ action }) => action)).toEqual([]);
    const stranger = { ...actor, workspaceId: randomUUID() };
    await expect(readAuditEntry(stranger, String(row?.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(readAuditEntry(actor, "1 or 1=1")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("finds what is about a user by a name that more users have than a statement takes values", async () => {
    const { workspaceId } = actor;
    const copy =
      "insert into mirror_copies (workspace_id, kind, key, generation, started_at, took_ms, row_count)";
    await pool().query(`${copy} values ($1, 'users', '', 1, now(), 1, 70000)`, [workspaceId]);
    await pool().query(
      `insert into mirror_users select $1, 1, n, 'Noname', null, false, '{}', 0, 'noname', 'noname', 1, false
       from generate_series(1, 70000) as n`,
      [workspaceId],
    );
    const write = (action: string, detail: Record<string, unknown>) =>
      writeAudit(actor, { requestId: "r-names", action, outcome: "ok", detail });
    await write("user.renamed", { user: 69_998 });
    await write("user.updated", { user: 69_999, job: randomUUID() });
    expect(await find("noname")).toEqual(["user.updated", "user.renamed"]);
  });
});

describe("an entry of a bulk change", () => {
  const requestId = "r-bulk";
  const job = randomUUID();
  const write = (action: string, detail = {}) =>
    writeAudit(actor, { requestId, action, outcome: "ok", detail: { job, ...detail } });

  it("leads to its approval, however many rows there are, and both to as many rows as there is room for", async () => {
    await write("user.job-apply");
    for (let user = 0; user < 60; user += 1) await write("user.updated", { user });
    const find = async (action: string) =>
      (await listAudit(actor, { limit: 1, filters: { action } })).rows[0]?.id;
    const others = async (id: bigint | undefined) => (await readAuditEntry(actor, String(id))).others;
    const [row, approval] = [await find("user.updated"), await find("user.job-apply")];
    const ofRow = await others(row);
    expect(ofRow[0]?.id).toBe(approval);
    const users = ofRow.slice(1).map(({ detail }) => (detail as { user: number }).user);
    expect(users).toEqual(Array.from({ length: 49 }, (_, index) => 58 - index));
    const ofApproval = await others(approval);
    expect(ofApproval).toHaveLength(50);
    expect(ofApproval.every(({ action }) => action === "user.updated")).toBe(true);
  });
});

describe("the audit log", () => {
  it("shows one kind of action, and does not take an assignment for an asset", async () => {
    expect((await read({ kind: "asset" })).actions).toEqual(["asset.locked", "asset.issued"]);
  });

  it("shows one outcome, also of one kind", async () => {
    expect((await read({ outcome: "refused" })).actions).toEqual(["asset.locked", "assignment.created"]);
    expect((await read({ outcome: "refused", kind: "assignment" })).actions).toEqual(["assignment.created"]);
    expect((await read({ outcome: "unknown", kind: "session" })).actions).toEqual([]);
  });

  it("pages through what the filter leaves, each entry once", async () => {
    const first = await read({ kind: "assignment" }, 3);
    const second = await read({ kind: "assignment" }, 3, first.next);
    expect([...first.actions, ...second.actions]).toEqual([
      "assignment.locked",
      "assignment.deleted",
      "assignment.created",
      "assignment.created",
    ]);
    expect(second.next).toBeUndefined();
  });
});
