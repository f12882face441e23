import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { AuditPage } from "@/lib/domain/audit";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { type AuditEntry, readAudit } from "@/server/audit/store";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { allAssets } from "./assets";

/** Who did what in this workspace, newest first. @throws AppError INVALID_INPUT for a cursor of another list */
export async function listAudit(actor: Actor, query: ListQuery): Promise<AuditPage> {
  await authorize(actor, "audit:read");
  const { limit, filters } = query;
  const found = await readAudit(actor.workspaceId, {
    before: readBefore(query.cursor),
    limit,
    outcome: filters.outcome,
    kind: filters.kind,
  });
  const entries = found.slice(0, limit);
  const names = await assetNames(actor, entries);
  return {
    rows: entries.map(({ id, at, personName, requestId, action, outcome, assetUuid, detail }) => ({
      id,
      at,
      personName,
      requestId,
      action,
      outcome,
      assetUuid,
      assetName: assetUuid === null ? null : (names.get(assetUuid) ?? null),
      detail,
    })),
    nextCursor: found.length > limit ? String(entries.at(-1)?.id) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

function readBefore(cursor: string | undefined): bigint | null {
  if (cursor === undefined) return null;
  if (/^\d{1,18}$/.test(cursor)) return BigInt(cursor);
  throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
}

/** The log must be readable while AMP is away, so names are a help and no condition. */
async function assetNames(actor: Actor, entries: AuditEntry[]): Promise<Map<string, string>> {
  if (entries.every((entry) => entry.assetUuid === null)) return new Map();
  const assets = await allAssets(actor).catch(() => []);
  return new Map(assets.map((asset) => [asset.assetUuid, asset.name]));
}
