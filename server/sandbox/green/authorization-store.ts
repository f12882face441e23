import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { authorizations } from "../db/control-tables";
import type { Reason } from "./rules";

/** Every touch of the record of decisions. */

export type AuthorizationRow = Omit<typeof authorizations.$inferSelect, "reasons"> & { reasons: Reason[] };

export async function insertAuthorization(
  db: SandboxDb,
  row: Omit<AuthorizationRow, "sequence">,
): Promise<void> {
  await db.insert(authorizations).values(row);
}

const columns = {
  uuid: authorizations.uuid,
  assetUuid: authorizations.assetUuid,
  createdAt: authorizations.createdAt,
  fromGaid: authorizations.fromGaid,
  serverResult: authorizations.serverResult,
  endpoint: authorizations.endpoint,
  endpointStatus: authorizations.endpointStatus,
  endpointMs: authorizations.endpointMs,
  endpointAnswer: authorizations.endpointAnswer,
  isApproved: authorizations.isApproved,
  reasons: sql<Reason[]>`${authorizations.reasons}`,
  txid: authorizations.txid,
};

export interface AuthorizationPage {
  assetUuid?: string | undefined;
  /** Only decisions older than this one. */
  after?: string | undefined;
  count: number;
}

/** Newest first, each without the transaction's hex. */
export function listAuthorizations(db: SandboxDb, { assetUuid, after, count }: AuthorizationPage) {
  const cursor = sql`(select sequence from ${authorizations} where uuid = ${after})`;
  return db
    .select({ ...columns, request: sql<object>`${authorizations.request} - 'tx_hex'` })
    .from(authorizations)
    .where(
      and(
        assetUuid ? eq(authorizations.assetUuid, assetUuid) : undefined,
        after ? lt(authorizations.sequence, cursor) : undefined,
      ),
    )
    .orderBy(desc(authorizations.sequence))
    .limit(count);
}

export async function findAuthorization(db: SandboxDb, uuid: string) {
  const [row] = await db
    .select({ ...columns, request: sql<object>`${authorizations.request}` })
    .from(authorizations)
    .where(eq(authorizations.uuid, uuid));
  return row;
}
