import { and, not, type SQL, sql } from "drizzle-orm";
import { type AssetRules, type RuleCounts, type RuleFilter, requiredOf } from "@/lib/domain/eligibility";
import { db } from "@/server/db/client";
import { mirrorCopies, mirrorHolders, mirrorUsers } from "@/server/db/schema/mirror";
import { mirrorUtxos } from "@/server/db/schema/mirror-utxos";
import { servedGeneration } from "./copies-store";
import { holdersOf } from "./holders-store";
import { hasAll, isServedUser } from "./users-store";
import { utxosOf } from "./utxos-store";

const hasWallet = sql`${mirrorUsers.gaid} is not null`;

/** Users with blacklisted outputs of the asset. */
const isBlacklisted = (workspaceId: string, assetUuid: string): SQL =>
  sql`${mirrorUsers.id} in (select ${mirrorUtxos.userId} from ${mirrorUtxos}
    where ${mirrorUtxos.workspaceId} = ${workspaceId}
      and ${mirrorUtxos.generation} = ${servedGeneration(utxosOf(workspaceId, assetUuid))}
      and ${mirrorUtxos.isBlacklisted} and ${mirrorUtxos.userId} is not null)`;

export interface RulesOf {
  workspaceId: string;
  assetUuid: string;
  rules: AssetRules;
}

/** `lib/domain/eligibility.ts` says the same of one user; a test holds both against each other. */
export function ruleSql({ workspaceId, assetUuid, rules }: RulesOf, filter: RuleFilter): SQL | undefined {
  const required = requiredOf(rules);
  const clear = and(hasAll(required), hasWallet);
  if (filter === "clear") return clear;
  if (filter === "failing") return clear && not(clear);
  if (filter === "no-gaid") return not(hasWallet);
  if (filter === "blacklisted") return isBlacklisted(workspaceId, assetUuid);
  return required.includes(filter) ? not(hasAll([filter])) : sql`false`;
}

/** How many of the whole register fail each rule, in one pass over it. */
export async function countRules(of: RulesOf): Promise<RuleCounts> {
  const required = requiredOf(of.rules);
  const filters: RuleFilter[] = ["clear", "no-gaid", "blacklisted", ...required];
  const columns = filters.map((filter) => sql`count(*) filter (where ${ruleSql(of, filter)})::int`);
  const { rows } = await db().execute<{ counts: number[] }>(sql`
    select array[count(*)::int, ${sql.join(columns, sql`, `)}] as counts
    from ${mirrorUsers} where ${isServedUser(of.workspaceId)}`);
  const [users = 0, clear = 0, noGaid = 0, blacklisted = 0, ...missing] = rows[0]?.counts ?? [];
  return {
    ...{ users, clear, noGaid, blacklisted },
    missing: Object.fromEntries(required.map((id, place) => [id, missing[place] ?? 0])),
  };
}

/** Those of the ids whose user has blacklisted outputs of the asset. */
export async function blacklistedAmong(
  { workspaceId, assetUuid }: Omit<RulesOf, "rules">,
  ids: readonly number[],
): Promise<Set<number>> {
  const rows = await db()
    .select({ id: mirrorUsers.id })
    .from(mirrorUsers)
    .where(
      and(
        isServedUser(workspaceId),
        sql`${mirrorUsers.id} = any(${sql.param([...ids])}::int[])`,
        isBlacklisted(workspaceId, assetUuid),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** What the users have blacklisted of the assets, as the copies that there are tell; who has none is left out. */
export async function blacklistedPairs(
  workspaceId: string,
  among: { assetUuids: readonly string[]; userIds: readonly number[] },
): Promise<{ assetUuid: string; userId: number; sats: bigint }[]> {
  const { rows } = await db().execute<{ asset: string; user: number; sats: string }>(sql`
    select ${mirrorCopies.key} as "asset", ${mirrorUtxos.userId} as "user", sum(${mirrorUtxos.amount})::text as sats
    ${blacklistedOf(workspaceId, among.assetUuids)}
      and ${mirrorUtxos.userId} = any(${sql.param([...among.userIds])}::int[])
    group by 1, 2`);
  return rows.map(({ asset, user, sats }) => ({ assetUuid: asset, userId: user, sats: BigInt(sats) }));
}

/** What is blacklisted of the assets in one wallet, by asset; those without are left out. */
export async function blacklistedInWallet(
  workspaceId: string,
  { assetUuids, gaid }: { assetUuids: readonly string[]; gaid: string },
): Promise<Map<string, bigint>> {
  const { rows } = await db().execute<{ asset: string; sats: string }>(sql`
    select ${mirrorCopies.key} as "asset", sum(${mirrorUtxos.amount})::text as sats
    ${blacklistedOf(workspaceId, assetUuids)} and ${mirrorUtxos.gaid} = ${gaid}
    group by 1`);
  return new Map(rows.map(({ asset, sats }) => [asset, BigInt(sats)]));
}

const blacklistedOf = (workspaceId: string, assetUuids: readonly string[]): SQL =>
  sql`from ${mirrorCopies} join ${mirrorUtxos} on ${mirrorUtxos.workspaceId} = ${mirrorCopies.workspaceId}
      and ${mirrorUtxos.generation} = ${mirrorCopies.generation}
    where ${mirrorCopies.workspaceId} = ${workspaceId} and ${mirrorCopies.kind} = 'utxos'
      and ${mirrorCopies.key} = any(${sql.param([...assetUuids])}::text[]) and ${mirrorUtxos.isBlacklisted}`;

/** How many of the ids own some of the asset. */
export async function countHolding(
  { workspaceId, assetUuid }: Omit<RulesOf, "rules">,
  ids: readonly number[],
): Promise<number> {
  const served = servedGeneration(holdersOf(workspaceId, assetUuid));
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from ${mirrorHolders}
    where ${mirrorHolders.workspaceId} = ${workspaceId} and ${mirrorHolders.generation} = ${served}
      and ${mirrorHolders.amount} > 0 and ${mirrorHolders.userId} = any(${sql.param([...ids])}::int[])`);
  return rows[0]?.count ?? 0;
}
