import { and, eq, inArray, ne, not, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Deletable, Deletion } from "@/lib/domain/deletion";
import { db } from "@/server/db/client";
import { auditEntries, isRowOfJob } from "@/server/db/schema/audit";

/** When this workspace last deleted it, as far as AMP said so; null where it did not. */
export async function findDeletion(workspaceId: string, what: Deletable): Promise<Deletion | null> {
  const isOfThis = and(eq(auditEntries.workspaceId, workspaceId), eq(auditEntries.outcome, "ok"));
  const found = await deletionsOf(what, isOfThis);
  return found.sort((one, other) => Number(other.entryId - one.entryId))[0] ?? null;
}

/**
 * Whether another workspace of the environment deleted the assignment, or may have.
 * @param beside those of the environment: a part of a statement
 */
export async function isDeletedElsewhere(
  workspaceId: string,
  beside: SQLWrapper,
  assetUuid: string,
  assignmentId: number,
): Promise<boolean> {
  const isOfOthers = and(
    inArray(auditEntries.workspaceId, beside),
    ne(auditEntries.workspaceId, workspaceId),
    inArray(auditEntries.outcome, ["ok", "unknown"]),
  );
  return (await deletionsOf({ kind: "assignment", assetUuid, assignmentId }, isOfOthers)).length > 0;
}

/** Seldom more than one. Without a limit, which would lead past the index that finds them among very many. */
async function deletionsOf(what: Deletable, isMeant: SQL | undefined): Promise<Deletion[]> {
  const isDeletion = and(isMeant, eq(auditEntries.action, `${what.kind}.deleted`));
  const select = (way: SQL | undefined) =>
    db()
      .select({ by: auditEntries.personName, at: auditEntries.at, entryId: auditEntries.id })
      .from(auditEntries)
      .where(and(isDeletion, way));
  return (await Promise.all(waysTo(what).map(select))).flat();
}

/** Each has an index of its own, so each is asked by itself. */
function waysTo(what: Deletable): (SQL | undefined)[] {
  const { assetUuid, detail } = auditEntries;
  switch (what.kind) {
    case "asset":
      return [eq(assetUuid, what.assetUuid)];
    case "assignment": {
      const isOfAsset = eq(assetUuid, what.assetUuid);
      const isAbout = sql`${detail} @> ${JSON.stringify({ assignment: what.assignmentId })}::jsonb`;
      const isRow = isRowOfJob(auditEntries);
      return [and(isOfAsset, isRow, isAbout), and(isOfAsset, not(isRow), isAbout)];
    }
    case "user": // as its index has it
      return [eq(sql`(${detail} ->> 'user')`, `${what.userId}`)];
    case "category":
      return [eq(sql`${detail} ->> 'category'`, `${what.categoryId}`)];
  }
}
