import { type Freshness, oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { requiredOf } from "@/lib/domain/eligibility";
import type { VestingFigures, VestingPage } from "@/lib/domain/vesting";
import { assignmentsText } from "@/lib/messages/assignments";
import { type CategoryRules, freshAssignments } from "./assignments";
import { assignmentsOf } from "./assignments-store";
import { freshnessOf, toldNow } from "./fresh";
import { selectVesting, selectWaitingUsers, sumReady, sumWaiting } from "./open-assignments-store";
import { freshUsers } from "./users";

type Asking = Pick<Actor, "workspaceId" | "environment">;

export interface Vesting {
  /** Of all moments, whichever are on the page. */
  figures: VestingFigures;
  page: VestingPage;
  total: number;
  freshness: Freshness;
}

/** What an asset's assignments that no distribution has taken vest to, some moments of it, with the names of the register. */
export async function vestingOf(
  actor: Asking,
  assetUuid: string,
  rules: CategoryRules,
  part: { start: number; limit: number },
): Promise<Vesting> {
  const copies = await Promise.all([freshAssignments(actor, assetUuid), freshUsers(actor)]);
  const found = await selectVesting(assignmentsOf(actor.workspaceId, assetUuid), requiredOf(rules), part);
  const { dates, ...around } = found.page;
  const named = dates.map(({ userId, ...date }) => ({
    ...date,
    userName: userId === null ? null : (date.userName ?? assignmentsText.unknownUser(userId)),
  }));
  return { ...found, page: { dates: named, ...around }, freshness: oldestOf(copies.map(freshnessOf)) };
}

/**
 * What waits to be distributed, and how many distributions have taken others: whom it concerns to lock or delete an asset.
 * @throws AppError UNAVAILABLE while AMP is away
 */
export async function waitingSums(actor: Asking, assetUuid: string): ReturnType<typeof sumWaiting> {
  toldNow(await freshAssignments(actor, assetUuid, { mayLag: false }));
  return sumWaiting(assignmentsOf(actor.workspaceId, assetUuid));
}

/** A page that is open all day asks every few seconds, and decides nothing by it. */
const READY_WITHIN_MS = 40_000;

export interface Ready {
  sats: bigint;
  /** When AMP told the older of the two lists. */
  asOf: Date;
}

/**
 * What a distribution would take now, in sats: vested, not held back, of users with a wallet and in all of `categories`.
 * @throws AppError UNAVAILABLE while AMP is away: what it told last says nothing of now
 */
export async function readySum(
  actor: Asking,
  assetUuid: string,
  categories: readonly number[],
): Promise<Ready> {
  const copies = await Promise.all([
    freshAssignments(actor, assetUuid, { withinMs: READY_WITHIN_MS }),
    freshUsers(actor, READY_WITHIN_MS),
  ]);
  copies.forEach(toldNow);
  const { asOf } = oldestOf(copies.map(freshnessOf));
  return { sats: await sumReady(assignmentsOf(actor.workspaceId, assetUuid), categories), asOf };
}

/** Whom it waits for: one user for each assignment. */
export async function waitingUsers(actor: Asking, assetUuid: string): Promise<number[]> {
  await freshAssignments(actor, assetUuid, { mayLag: false });
  return selectWaitingUsers(assignmentsOf(actor.workspaceId, assetUuid));
}
