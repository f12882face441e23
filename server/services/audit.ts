import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { type AuditEntry, readAudit } from "@/server/audit/store";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";

/** Who did what in this workspace, newest first. */
export async function listAudit(actor: Actor, query: ListQuery): Promise<ListPage<AuditEntry>> {
  await authorize(actor, "audit:read");
  if (query.cursor !== undefined && !/^\d{1,18}$/.test(query.cursor)) {
    throw new AppError("INVALID_INPUT", "This page link is no longer valid. Start from the first page.");
  }
  const before = query.cursor === undefined ? null : BigInt(query.cursor);
  const rows = await readAudit(actor.workspaceId, { before, limit: query.limit });
  const page = rows.slice(0, query.limit);
  return {
    rows: page,
    nextCursor: rows.length > query.limit ? String(page.at(-1)?.id) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}
