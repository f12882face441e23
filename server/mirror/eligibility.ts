import { sql } from "drizzle-orm";
import { type ListPage, type ListQuery, oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type AssetRules,
  type EligibilityRow,
  failingUserRules,
  type Group,
  NAMES_SHOWN,
  type RuleCounts,
  readRuleFilter,
} from "@/lib/domain/eligibility";
import { blacklistedAmong, countRules, ruleSql } from "./eligibility-store";
import { freshnessOf } from "./fresh";
import { userFilterOf, usersNow, usersPage } from "./users";
import { countUsers, hasAll, selectUsers } from "./users-store";
import { freshUtxos } from "./utxos";

type Asking = Pick<Actor, "workspaceId" | "environment">;

/**
 * Registered users with the rules of one asset that fail for each, and how many of the whole register fail which.
 * Filters: `rule` (`readRuleFilter`), `user` (one, by number).
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function eligibilityPage(
  actor: Asking,
  assetUuid: string,
  rules: AssetRules,
  query: ListQuery,
): Promise<{ page: ListPage<EligibilityRow>; counts: RuleCounts }> {
  const of = { workspaceId: actor.workspaceId, assetUuid, rules };
  const outputs = await freshUtxos(actor, assetUuid);
  const rule = readRuleFilter(query.filters.rule);
  const filter = {
    ...userFilterOf(query),
    also: rule === undefined ? undefined : ruleSql(of, rule),
  };
  const page = await usersPage(actor, query, filter);
  const [blacklisted, counts] = await Promise.all([
    blacklistedAmong(
      of,
      page.rows.map(({ id }) => id),
    ),
    countRules(of),
  ]);
  const rows = page.rows.map(({ id, name, gaid, categories }) => ({
    ...{ id, name, gaid },
    failing: failingUserRules({ gaid, categories, hasBlacklisted: blacklisted.has(id) }, rules),
  }));
  const freshness = oldestOf([page.freshness, freshnessOf(outputs)]);
  return { page: { ...page, rows, freshness }, counts };
}

/** Registered users in all categories of `to` and not in all of `from`: whom a change lets in. */
export async function usersEntering(
  actor: Asking,
  from: readonly number[],
  to: readonly number[],
): Promise<Group> {
  await usersNow(actor);
  const { workspaceId } = actor;
  const filter = { also: sql`${hasAll(to)} and not ${hasAll(from)}` };
  const [first, count] = await Promise.all([
    selectUsers(workspaceId, filter, { sort: "name", after: null, limit: NAMES_SHOWN }),
    countUsers(workspaceId, filter),
  ]);
  return { count, names: first.map(({ user }) => user.name) };
}
