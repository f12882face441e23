import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { databaseTime, db } from "@/server/db/client";
import { mirrorCopies } from "@/server/db/schema/mirror";
import type { workspacesBeside } from "@/server/vault/store";
import type { CopyId } from "./copies-store";
import { holdersNameGaidOf } from "./holders-store";
import { utxosNameGaidOf } from "./utxos-store";

/** In one order, so that two who mark the same ones do not wait for each other. */
async function mark(column: "stale_at" | "changed_beside_at", which: SQL | undefined): Promise<void> {
  await db().execute(sql`
    with held as (
      select workspace_id, kind, key from ${mirrorCopies} where ${which} order by workspace_id, kind, key for update
    )
    update ${mirrorCopies} as c set ${sql.identifier(column)} = ${databaseTime()} from held
    where c.workspace_id = held.workspace_id and c.kind = held.kind and c.key = held.key`);
}

const ofList = ({ kind, key }: Pick<CopyId, "kind" | "key">) =>
  and(eq(mirrorCopies.kind, kind), eq(mirrorCopies.key, key));

/** From now on only a copy begun later is shown. */
export const markStale = ({ workspaceId, ...list }: CopyId): Promise<void> =>
  mark("stale_at", and(eq(mirrorCopies.workspaceId, workspaceId), ofList(list)));

/**
 * The same of the workspace's lists of owners and outputs, whichever asset's they are, that name a GAID of this user, null: of
 * nobody; and of those that are being read.
 */
export const markOwnersStale = (workspaceId: string, userId: number | null): Promise<void> =>
  mark(
    "stale_at",
    and(
      eq(mirrorCopies.workspaceId, workspaceId),
      or(isOwnersOf("holders", holdersNameGaidOf, userId), isOwnersOf("utxos", utxosNameGaidOf, userId)),
    ),
  );

const isOwnersOf = (
  kind: CopyId["kind"],
  namesGaidOf: (userId: number | null) => SQL,
  userId: number | null,
) => sql`(${mirrorCopies.kind} = ${kind} and (${mirrorCopies.next} is not null or ${namesGaidOf(userId)}))`;

/**
 * This workspace has changed something in a list that others have copied too: theirs is shown as it is, and the worker
 * reads it again soon.
 */
export const markChangedByOthers = (
  { workspaceId, ...list }: CopyId,
  whose: string[] | ReturnType<typeof workspacesBeside>,
): Promise<void> =>
  mark(
    "changed_beside_at",
    and(inArray(mirrorCopies.workspaceId, whose), ne(mirrorCopies.workspaceId, workspaceId), ofList(list)),
  );
