import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { type Freshness, type ListPage, type ListQuery, oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type AssignmentRow, assignmentState, type ListedAssignment } from "@/lib/domain/assignment";
import { findMade, isEqual, type WantedAssignment } from "@/lib/domain/assignment-batch";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { MAX_SUPPLY_SATS } from "@/lib/domain/issue-draft";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { AppError, fieldError, isUnclear } from "@/lib/errors";
import { parseAmountInput } from "@/lib/format/amounts";
import { assignmentMakingText } from "@/lib/messages/assignment-making";
import { assignmentsText } from "@/lib/messages/assignments";
import { may } from "@/lib/policy";
import { makeAssignment } from "@/server/assigning/make";
import { claimedAssignments, openBatches } from "@/server/assigning/store";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { assignmentsPage, makingAssignment, openAssignments, openSum } from "@/server/mirror/assignments";
import { treasuryHeld } from "@/server/mirror/holders";
import { registerFreshness, usersById, usersPage } from "@/server/mirror/users";
import { getAsset, requireUuid, shownAsset } from "./assets";
import { openAssignmentJobs } from "./assignment-jobs";
import { allCategories, categoryNames } from "./categories";
import { readIssuance } from "./lifecycle";
import { treasuryNow, treasuryTold } from "./treasury-told";

/**
 * All assignments of an asset with the names of their users and what keeps each from being distributed, out of the desk's
 * copies. AMP: GET /assets/{a}; for the copies …/assignments, GET /registered_users/
 */
export async function listAssignments(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<ListedAssignment>> {
  requireUuid(assetUuid);
  await authorize(actor, "assignment:read", assetUuid);
  const { asset } = await shownAsset(actor, assetUuid);
  return assignmentsOf(actor, asset, query);
}

/** The same of an asset that was read already. */
export async function assignmentsOf(
  actor: Actor,
  asset: Asset,
  query: ListQuery,
): Promise<ListPage<ListedAssignment>> {
  await authorize(actor, "assignment:read", asset.assetUuid);
  return assignmentsPage(actor, asset.assetUuid, asset, query);
}

/** What is assigned and not distributed. AMP: GET /assets/{a}/assignments */
export async function* openPortions(actor: Actor, assetUuid: string): AsyncGenerator<Assignment[]> {
  await authorize(actor, "assignment:read", assetUuid);
  const amp = await ampAs(actor);
  yield* amp.rows("listAssignments", { path: { assetUuid }, query: { distributed: false } });
}

export interface OpenRows {
  rows: AssignmentRow[];
  users: Map<number, RegisteredUser>;
  freshness: Freshness;
}

const usersOfRows = (actor: Actor, rows: readonly Assignment[]) =>
  usersById(
    actor,
    rows.map((row) => row.registeredUser),
  );

/**
 * The same for what is approved, with what the desk's copy of the register says of their users, and how old that is.
 * AMP: GET /assets/{a}/assignments, GET /registered_users/
 */
export async function openRows(actor: Actor, assetUuid: string): Promise<OpenRows> {
  const open: Assignment[] = [];
  for await (const portion of openPortions(actor, assetUuid)) open.push(...portion);
  const freshness = await registerFreshness(actor);
  const users = await usersOfRows(actor, open);
  const rows = open.map((row) => ({
    ...row,
    userName: users.get(row.registeredUser)?.name ?? assignmentsText.unknownUser(row.registeredUser),
    state: assignmentState(row),
  }));
  return { rows, users, freshness };
}

/** The same for a page, which must not wait for a long list: as old as it says then, and AMP's answer otherwise. */
export async function shownOpenRows(actor: Actor, assetUuid: string): Promise<OpenRows> {
  await authorize(actor, "assignment:read", assetUuid);
  const copied = await openAssignments(actor, assetUuid);
  if (copied === null) return openRows(actor, assetUuid);
  return { ...copied, users: await usersOfRows(actor, copied.rows) };
}

/** What they add up to, in sats, and those of them that equal what is wanted. AMP: GET /assets/{a}/assignments */
async function openNow(
  actor: Actor,
  assetUuid: string,
  wanted?: WantedAssignment,
): Promise<{ sats: bigint; equal: Assignment[] }> {
  let sats = 0n;
  const equal: Assignment[] = [];
  for await (const rows of openPortions(actor, assetUuid)) {
    for (const row of rows) {
      sats += row.amount;
      if (wanted && isEqual(row, wanted)) equal.push(row);
    }
  }
  return { sats, equal };
}

/** What can still be assigned, in sats. AMP: GET /assets/{a}/balance, GET /assets/{a}/assignments */
export async function freeBalance(actor: Actor, asset: Asset): Promise<bigint> {
  const [treasury, open] = await Promise.all([treasuryNow(actor, asset), openNow(actor, asset.assetUuid)]);
  return treasury - open.sats;
}

/**
 * The same for a page, which must not wait for a list as long as all owners: out of the desk's copies. Of owners there is
 * none for managers, whom AMP has told the balance itself within the last minute. What is assigned is checked against `freeBalance`.
 */
export async function freeWithAge(
  actor: Actor,
  asset: Asset,
): Promise<{ sats: bigint; freshness: Freshness }> {
  const { assetUuid } = asset;
  await authorize(actor, "assignment:read", assetUuid);
  const [treasury, open] = await Promise.all([
    may(actor.role, "ownership:read") ? treasuryHeld(actor, assetUuid) : treasuryTold(actor, asset),
    openSum(actor, assetUuid),
  ]);
  return { sats: treasury.sats - open.sats, freshness: oldestOf([treasury.freshness, open.freshness]) };
}

/** The same where the page says how old it is already. */
export const shownFree = async (actor: Actor, asset: Asset): Promise<bigint> =>
  (await freeWithAge(actor, asset)).sats;

interface AssigneeChoice {
  userId: number;
  name: string;
  hasWallet: boolean;
  /** In every category the asset requires; always true for issuer-tracked assets. */
  isEligible: boolean;
}

/** More names than a person reads through: they are searched for. */
const MOST_CHOICES = 200;

/**
 * The assignments page: the list, what is free, who can be chosen (null: too many to list), the batches that wait to be
 * carried on, and what the worker changes.
 */
export async function readAssignmentsPage(actor: Actor, assetUuid: string, query: ListQuery) {
  const { asset } = await shownAsset(actor, assetUuid);
  const [list, free, users, unfinished, jobs] = await Promise.all([
    assignmentsOf(actor, asset, query),
    freeWithAge(actor, asset),
    usersPage(actor, { limit: MOST_CHOICES, filters: {} }),
    actor.preview ? [] : openBatches(actor.workspaceId, assetUuid), // in a preview they are the issuer's
    openAssignmentJobs(actor, assetUuid),
  ]);
  const choices = users.nextCursor === null ? choicesOf(users.rows, asset) : null;
  return { asset, list, free, choices, unfinished, jobs };
}

const choicesOf = (users: RegisteredUser[], asset: Asset): AssigneeChoice[] =>
  users
    .map(
      (user): AssigneeChoice => ({
        userId: user.id,
        name: user.name,
        hasWallet: user.gaid !== null,
        isEligible: missingCategories(user, requiredOf(asset)).length === 0,
      }),
    )
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));

interface NewAssignment {
  intentId: string;
  assetUuid: string;
  registeredUser: number;
  /** As typed, in the displayed unit. */
  amount: string;
  isReady: boolean;
  vestsAt: Date | null;
}

/**
 * Reserves part of the treasury for one registered user, once per form. AMP: GET /registered_users/{u}, POST
 * /assets/{a}/assignments/create; before it, and after an answer that was lost, GET /assets/{a}/assignments
 * @throws AppError INVALID_INPUT under the field, REJECTED with AMP's words
 */
export async function createAssignment(actor: Actor, input: NewAssignment): Promise<Assignment> {
  const { intentId, ...content } = input;
  const { assetUuid, registeredUser, isReady, vestsAt } = content;
  await authorize(actor, "assignment:create", assetUuid);
  const asset = await getAsset(actor, assetUuid);
  const amountSats = readAmount(input.amount, asset.precision);
  const amp = await ampAs(actor);
  const detail = { user: registeredUser, amountSats };
  const wanted = { registeredUser, userName: "", amountSats, isReady, vestsAt };
  return once(
    { id: intentId, workspaceId: actor.workspaceId, action: "assignment.create", input: content },
    async () => {
      const [treasury, before] = await Promise.all([
        treasuryNow(actor, asset),
        openNow(actor, assetUuid, wanted),
        requireEligible(actor, asset, registeredUser),
      ]);
      if (amountSats > treasury - before.sats) throw await tooMuch(actor, assetUuid);
      return audited(actor, { action: "assignment.created", assetUuid, detail }, () =>
        makingAssignment(actor, assetUuid, () =>
          makeAssignment(amp, assetUuid, wanted).catch(async (error: unknown) => {
            const made = isUnclear(error) && (await lookForMade(actor, assetUuid, wanted, before.equal));
            if (made) return made;
            throw underTheAmount(error);
          }),
        ),
      );
    },
  );
}

/** What became of a request whose answer was lost; of several equal ones that nobody's batch has, the first. */
async function lookForMade(
  actor: Actor,
  assetUuid: string,
  wanted: WantedAssignment,
  before: readonly Assignment[],
): Promise<Assignment | undefined> {
  const [open, claimed] = await Promise.all([
    openNow(actor, assetUuid, wanted).catch(() => null),
    claimedAssignments(actor.workspaceId, assetUuid),
  ]);
  const asReady = open?.equal.filter(({ readyForDistribution }) => readyForDistribution === wanted.isReady);
  return findMade({ wanted, equalBefore: before.map(({ id }) => id) }, asReady ?? [], claimed);
}

/** Whether AMP takes one that it cannot distribute then is written nowhere. AMP: GET /registered_users/{u} */
async function requireEligible(actor: Actor, asset: Asset, registeredUserId: number): Promise<void> {
  const required = requiredOf(asset);
  if (required.length === 0) return;
  const amp = await ampAs(actor);
  const user = await amp.call("getRegisteredUser", { path: { registeredUserId } });
  const missing = missingCategories(user, required);
  if (missing.length === 0) return;
  const names = categoryNames(await allCategories(actor), missing).map(({ name }) => name);
  throw fieldError("registeredUser", assignmentMakingText.notEligible(user.name, names));
}

/** Issued units count as the treasury's once they are confirmed; only the issuer may look how deep they are. */
async function tooMuch(actor: Actor, assetUuid: string): Promise<AppError> {
  const issuance = may(actor.role, "asset:authorize") ? await readIssuance(actor, assetUuid) : null;
  const isShallow = (issuance?.confirmations ?? REQUIRED_CONFIRMATIONS) < REQUIRED_CONFIRMATIONS;
  return amountError(isShallow ? unconfirmed() : assignmentMakingText.aboveFree);
}

function underTheAmount(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  if (/insufficient confirmed funds/i.test(error.message)) return amountError(unconfirmed());
  return /not enough in the treasury/i.test(error.message)
    ? amountError(assignmentMakingText.aboveFree)
    : error;
}

const unconfirmed = () => assignmentMakingText.unconfirmed(REQUIRED_CONFIRMATIONS);

/** @throws AppError INVALID_INPUT under the amount, in words */
export function readAmount(text: string, precision: number): bigint {
  const read = parseAmountInput(text, precision);
  if (read.error !== undefined) throw amountError(assignmentMakingText.amountProblem(read.error, precision));
  if (read.sats < 1n) throw amountError(assignmentMakingText.amountZero);
  if (read.sats > MAX_SUPPLY_SATS) throw amountError(assignmentMakingText.aboveFree);
  return read.sats;
}

export const amountError = (message: string) =>
  new AppError("INVALID_INPUT", message, { fields: { amount: [message] } });
