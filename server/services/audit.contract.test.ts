import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { AuditOutcome } from "@/lib/domain/audit";
import { writeAudit } from "@/server/audit/store";
import { transaction } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { saveWorkspace } from "@/server/vault/store";
import { listAudit } from "./audit";

let desk: TestDesk;
let actor: Actor;

beforeAll(async () => {
  desk = await openTestDesk();
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
});
afterAll(() => desk?.close());

const read = async (filters: Record<string, string>, limit = 50, cursor?: string) => {
  const page = await listAudit(actor, { limit, filters, ...(cursor ? { cursor } : {}) });
  return { actions: page.rows.map((row) => row.action), next: page.nextCursor ?? undefined };
};

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
