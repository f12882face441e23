import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Deletable, Deletion } from "@/lib/domain/deletion";
import { db } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit";

/** When this workspace last deleted it, as far as AMP said so; null where it did not. */
export async function findDeletion(workspaceId: string, what: Deletable): Promise<Deletion | null> {
  const [row] = await db()
    .select({ by: auditEntries.personName, at: auditEntries.at, entryId: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        eq(auditEntries.action, `${what.kind}.deleted`),
        eq(auditEntries.outcome, "ok"),
        isAbout(what),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return row ?? null;
}

function isAbout(what: Deletable): SQL | undefined {
  const { assetUuid, detail } = auditEntries;
  switch (what.kind) {
    case "asset":
      return eq(assetUuid, what.assetUuid);
    case "assignment":
      return and(eq(assetUuid, what.assetUuid), eq(sql`${detail} ->> 'assignment'`, `${what.assignmentId}`));
    case "user": // as its index has it
      return eq(sql`(${detail} ->> 'user')`, `${what.userId}`);
    case "category":
      return eq(sql`${detail} ->> 'category'`, `${what.categoryId}`);
  }
}
