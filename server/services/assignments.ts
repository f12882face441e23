import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type AssignmentRow, assignmentState } from "@/lib/domain/assignment";
import { MAX_SUPPLY_SATS } from "@/lib/domain/issue-draft";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { parseAmountInput } from "@/lib/format/amounts";
import { assignmentsText } from "@/lib/messages/assignments";
import { worksText } from "@/lib/messages/works";
import { may } from "@/lib/policy";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { whileFree } from "@/server/treasury/decisions";
import { findOperation, listOperations } from "@/server/treasury/store";
import { getAsset } from "./assets";
import { readIssuance } from "./lifecycle";
import { pageOf } from "./list";
import { allUsers } from "./users";

/** AMP: GET /assets/{a}/assignments, GET /registered_users/ */
export async function allAssignments(actor: Actor, assetUuid: string): Promise<AssignmentRow[]> {
  await authorize(actor, "assignment:read", assetUuid);
  const amp = await ampAs(actor);
  const [assignments, users] = await Promise.all([
    amp.call("listAssignments", { path: { assetUuid } }),
    allUsers(actor),
  ]);
  const names = new Map(users.map((user) => [user.id, user.name]));
  return assignments.map((row) => ({
    ...row,
    userName: names.get(row.registeredUser) ?? assignmentsText.unknownUser(row.registeredUser),
    state: assignmentState(row),
  }));
}

export async function listAssignments(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<AssignmentRow>> {
  return pageOf(await allAssignments(actor, assetUuid), query, {
    sorts: {
      id: (row) => row.id,
      user: (row) => row.userName,
      amount: (row) => row.amount,
      state: (row) => row.state,
    },
    defaultSort: "-id",
    search: (row) => [row.userName, row.gaid, String(row.id)],
    filters: { state: (row, value) => row.state === value },
  });
}

/** What can still be assigned, in sats. AMP: GET /assets/{a}/balance, GET /assets/{a}/assignments */
export async function freeBalance(actor: Actor, asset: Asset): Promise<bigint> {
  await authorize(actor, "assignment:read", asset.assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid: asset.assetUuid };
  const [balance, open] = await Promise.all([
    amp.call("getBalance", { path }),
    amp.call("listAssignments", { path, query: { distributed: false } }),
  ]);
  const treasury = balance.confirmedBalance
    .filter((row) => row.gaid === null && row.owner === String(asset.issuer))
    .reduce((sum, row) => sum + row.amount, 0n);
  return treasury - open.reduce((sum, row) => sum + row.amount, 0n);
}

interface AssigneeChoice {
  userId: number;
  name: string;
  hasWallet: boolean;
  /** In every category the asset requires; always true for issuer-tracked assets. */
  isEligible: boolean;
}

/** The assignments page: the list, what is free, and who can be chosen. */
export async function readAssignmentsPage(actor: Actor, assetUuid: string, query: ListQuery) {
  const asset = await getAsset(actor, assetUuid);
  const [list, freeSats, users] = await Promise.all([
    listAssignments(actor, assetUuid, query),
    freeBalance(actor, asset),
    allUsers(actor),
  ]);
  const choices = users
    .map(
      (user): AssigneeChoice => ({
        userId: user.id,
        name: user.name,
        hasWallet: user.gaid !== null,
        isEligible:
          !asset.transferRestricted || asset.requirements.every((id) => user.categories.includes(id)),
      }),
    )
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  return { asset, list, freeSats, choices };
}

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
 * Reserves part of the treasury for one registered user, once per form. AMP: POST /assets/{a}/assignments/create
 * @throws AppError INVALID_INPUT under the field, REJECTED with AMP's words
 */
export async function createAssignment(actor: Actor, input: NewAssignment): Promise<Assignment> {
  await authorize(actor, "assignment:create", input.assetUuid);
  const asset = await getAsset(actor, input.assetUuid);
  const amount = readAmount(input.amount, asset.precision);
  const amp = await ampAs(actor);
  const { intentId, ...content } = input;
  const detail = { user: input.registeredUser, amountSats: amount };
  return once(
    { id: intentId, workspaceId: actor.workspaceId, action: "assignment.create", input: content },
    async () => {
      if (amount > (await freeBalance(actor, asset))) throw await tooMuch(actor, asset.assetUuid);
      return audited(
        actor,
        { action: "assignment.created", assetUuid: asset.assetUuid, detail },
        async () => {
          const [created] = await amp
            .call("createAssignment", {
              path: { assetUuid: asset.assetUuid },
              body: {
                assignments: [
                  {
                    registeredUser: input.registeredUser,
                    amount,
                    readyForDistribution: input.isReady,
                    vestingTimestamp: input.vestsAt,
                  },
                ],
              },
            })
            .catch((error: unknown) => {
              throw underTheAmount(error);
            });
          if (!created) throw new AppError("INTERNAL", assignmentsText.noAnswer);
          return created;
        },
      );
    },
  );
}

/** Issued units count as the treasury's once they are confirmed; only the issuer may look how deep they are. */
async function tooMuch(actor: Actor, assetUuid: string): Promise<AppError> {
  const issuance = may(actor.role, "asset:authorize") ? await readIssuance(actor, assetUuid) : null;
  const isShallow = (issuance?.confirmations ?? REQUIRED_CONFIRMATIONS) < REQUIRED_CONFIRMATIONS;
  return amountError(isShallow ? unconfirmed : assignmentsText.aboveFree);
}

function underTheAmount(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  if (/insufficient confirmed funds/i.test(error.message)) return amountError(unconfirmed);
  return /not enough in the treasury/i.test(error.message) ? amountError(assignmentsText.aboveFree) : error;
}

const unconfirmed = assignmentsText.unconfirmed(REQUIRED_CONFIRMATIONS);

function readAmount(text: string, precision: number): bigint {
  const read = parseAmountInput(text, precision);
  if (read.error !== undefined) throw amountError(assignmentsText.amountProblem(read.error, precision));
  if (read.sats < 1n) throw amountError(assignmentsText.amountZero);
  if (read.sats > MAX_SUPPLY_SATS) throw amountError(assignmentsText.aboveFree);
  return read.sats;
}

const amountError = (message: string) =>
  new AppError("INVALID_INPUT", message, { fields: { amount: [message] } });

/**
 * Holds an assignment back or lets it go. AMP: PUT /assets/{a}/assignments/{s}/lock and /unlock
 * @throws AppError CONFLICT for a lock of what a distribution holds back: its end would undo it
 */
export async function setAssignmentLock(
  actor: Actor,
  input: { assetUuid: string; assignmentId: number; isLocked: boolean },
): Promise<void> {
  await authorize(actor, "assignment:write", input.assetUuid);
  const amp = await ampAs(actor);
  const { assetUuid, assignmentId } = input;
  const action = input.isLocked ? "assignment.locked" : "assignment.unlocked";
  const call = input.isLocked ? "lockAssignment" : "unlockAssignment";
  await audited(actor, { action, assetUuid, detail: { assignment: assignmentId } }, async () => {
    const ask = () => amp.call(call, { path: { assetUuid, assignmentId } });
    const open = input.isLocked ? await openDistribution(actor, assetUuid) : undefined;
    if (!open) return void (await ask());
    // Between its steps, so that none of them takes the assignment for its own meanwhile.
    await whileFree(open.id, async () => {
      const held = (await findOperation(open.id))?.facts.held;
      if (held?.includes(assignmentId)) throw new AppError("CONFLICT", worksText.heldByDistribution);
      await ask();
    });
  });
}

async function openDistribution(actor: Actor, assetUuid: string) {
  const where = { assetUuid, kinds: ["distribution" as const], openOnly: true, limit: 1 };
  return (await listOperations(actor.workspaceId, where))[0];
}

/** AMP: DELETE /assets/{a}/assignments/{s}/delete. One that is already gone is no error. */
export async function deleteAssignment(
  actor: Actor,
  input: { assetUuid: string; assignmentId: number },
): Promise<void> {
  await authorize(actor, "assignment:write", input.assetUuid);
  const amp = await ampAs(actor);
  const { assetUuid, assignmentId } = input;
  await audited(
    actor,
    { action: "assignment.deleted", assetUuid, detail: { assignment: assignmentId } },
    () =>
      amp.call("deleteAssignment", { path: { assetUuid, assignmentId } }).catch((error: unknown) => {
        if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
      }),
  );
}
