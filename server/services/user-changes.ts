import type { Actor } from "@/lib/domain/actor";
import type { UserNote } from "@/lib/domain/users";
import { AppError, isUnclear } from "@/lib/errors";
import { overtakenText } from "@/lib/messages/overtaken";
import { usersText } from "@/lib/messages/users";
import { reachOf } from "@/lib/policy";
import { orNull } from "@/server/amp/look-up";
import { userSummaries } from "@/server/amp/user-summaries";
import { audited } from "@/server/audit/audited";
import { findLastAudit } from "@/server/audit/store";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { changingGaids, changingMemberships, changingUser } from "@/server/mirror/users";
import { archiveUser as archiveAtAmp, membershipsOf, setMembership } from "@/server/register/archive";
import { findNote, forgetNote, replaceText, saveNote } from "@/server/register/note-store";
import { requireNothingOwed } from "@/server/register/still-owed";
import { unorderedUsers } from "@/server/treasury/unordered";
import { allCategories } from "./categories";
import { underItsField } from "./user-refusals";

/** AMP: PUT /registered_users/{u}/edit. @throws AppError INVALID_INPUT under the name's field when it is taken */
export async function renameUser(actor: Actor, input: { userId: number; name: string }): Promise<void> {
  await authorize(actor, "user:write");
  const amp = await ampAs(actor);
  const path = { registeredUserId: input.userId };
  await changingUser(actor, input.userId, () =>
    audited(actor, { action: "user.renamed", detail: { user: input.userId } }, () =>
      amp.call("editRegisteredUser", { path, body: { name: input.name } }).catch((error: unknown) => {
        throw underItsField(error);
      }),
    ),
  );
}

/**
 * Sends what comes to another of the user's wallets. An assignment follows the default until a distribution takes it.
 * AMP: GET …/summary, POST /registered_users/{u}/gaids/set-default
 * @param input.openAssignments how many the person was told will follow
 * @param input.isUnseenConfirmed whoever is not shown every asset has said that what is not shown may follow too
 * @param input.isStopConfirmed the person has said that distributions under way stop by it
 * @throws AppError CONFLICT when it is another number by now, or when the unseen or the stop is not confirmed; for what another
 * account's distribution has still to order
 */
export async function setDefaultGaid(
  actor: Actor,
  input: {
    userId: number;
    gaid: string;
    openAssignments: number;
    isUnseenConfirmed?: boolean | undefined;
    isStopConfirmed?: boolean | undefined;
  },
): Promise<void> {
  await authorize(actor, "user:write");
  await refuseToStop(actor, input);
  // AMP counts for a manager the granted assets alone, so that its "none" is not "nothing waits".
  if (reachOf(actor.role, "asset:read") !== "all" && !input.isUnseenConfirmed)
    throw new AppError("CONFLICT", usersText.defaults.unseenUnconfirmed);
  const amp = await ampAs(actor);
  const path = { registeredUserId: input.userId };
  const summaries = await userSummaries(amp, input.userId);
  const open = summaries.flatMap(({ assignments }) => assignments.filter((one) => !one.isDistributed));
  if (open.length !== input.openAssignments) throw new AppError("CONFLICT", usersText.defaults.changed);
  const { userId, gaid } = input;
  await changingUser(actor, userId, () =>
    audited(actor, { action: "user.default-set", detail: { user: userId, gaid } }, () =>
      amp.call("setDefaultGaid", { path, body: gaid }),
    ),
  );
}

/** An order of AMP's goes to the default of its moment, and one that differs from what was approved can only be cancelled. */
async function refuseToStop(
  { workspaceId }: Actor,
  { userId, isStopConfirmed }: { userId: number; isStopConfirmed?: boolean | undefined },
): Promise<void> {
  const stopped = await unorderedUsers(workspaceId, { userId });
  const isForeign = stopped.some((one) => one.workspaceId !== workspaceId);
  if (isForeign) throw new AppError("CONFLICT", usersText.defaults.stopsElsewhere);
  if (stopped.length > 0 && !isStopConfirmed)
    throw new AppError("CONFLICT", usersText.defaults.stopUnconfirmed);
}

/** AMP: GET /registered_users/{u}, PUT /categories/{c}/registered_users/{u}/remove for each */
export async function archiveUser(actor: Actor, { userId }: { userId: number }): Promise<void> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  const whose = { workspaceId: actor.workspaceId, userId, updatedBy: actor.personName };
  // Read before: when AMP does not tell, nothing has been changed, and what was copied is still shown.
  const categories = await membershipsOf(amp, userId);
  const entry = { action: "user.archived", detail: { user: userId, categories } };
  await changingMemberships(actor, userId, () =>
    audited(actor, entry, () => archiveAtAmp(amp, whose, categories)),
  );
}

/**
 * Puts an archived user back into those categories of that time that are still there.
 * AMP: GET /registered_users/{u}, PUT /categories/{c}/registered_users/{u}/add for each. @throws AppError NOT_FOUND
 */
export async function restoreUser(actor: Actor, { userId }: { userId: number }): Promise<void> {
  await authorize(actor, "category:write");
  const note = await findNote(actor.workspaceId, userId);
  if (!note?.archivedAt) throw new AppError("CONFLICT", usersText.archive.notArchived);
  const amp = await ampAs(actor);
  await amp.call("getRegisteredUser", { path: { registeredUserId: userId } }); // who is gone does not come back
  // A category may have been deleted since; the others are worth having.
  const there = new Set((await allCategories(actor)).map(({ id }) => id));
  const categories = note.archivedCategories.filter((id) => there.has(id));
  const whose = { workspaceId: actor.workspaceId, userId, updatedBy: actor.personName };
  await changingMemberships(actor, userId, () =>
    audited(actor, { action: "user.restored", detail: { user: userId, categories } }, async () => {
      for (const categoryId of categories)
        await orNull(setMembership(amp, { categoryId, userId, isMember: true }));
      await saveNote(whose, { archivedAt: null, archivedCategories: [] });
    }),
  );
}

/**
 * AMP may never take the user again, so what is gone already counts as done where this desk deleted it.
 * AMP: GET /registered_users/{u}/summary, DELETE …/delete; after an answer that was lost GET /registered_users/{u}
 * @throws AppError REJECTED while the user has or is owed units, or with AMP's words
 */
export async function deleteUser(actor: Actor, { userId }: { userId: number }): Promise<void> {
  await authorize(actor, "user:write");
  const amp = await ampAs(actor);
  const path = { registeredUserId: userId };
  const remove = async () => {
    await requireNothingOwed(amp, userId);
    await amp.call("deleteRegisteredUser", { path }).catch(async (error: unknown) => {
      const isGone = isUnclear(error)
        ? (await orNull(amp.call("getRegisteredUser", { path })).catch(() => undefined)) === null
        : isNotFound(error) && (await mayHaveDeleted(actor, userId));
      if (!isGone) throw error;
    });
  };
  const entry = { action: DELETED, detail: { user: userId } };
  const change = () => changingMemberships(actor, userId, () => audited(actor, entry, remove));
  await changingGaids(actor, change, userId);
  await forgetNote(actor.workspaceId, userId);
}

const DELETED = "user.deleted";
const isNotFound = (error: unknown) => error instanceof AppError && error.code === "NOT_FOUND";

/** The desk has asked for it before, whether or not it heard the answer. */
const mayHaveDeleted = async ({ workspaceId }: Actor, userId: number): Promise<boolean> =>
  (await findLastAudit(workspaceId, [DELETED], { user: userId }, ["ok", "unknown"])) !== null;

/** What the desk itself keeps of a user; null before anything was written, and in a preview: notes stay with who made them. */
export async function readNote(actor: Actor, userId: number): Promise<UserNote | null> {
  await authorize(actor, "user:read");
  return actor.preview ? null : findNote(actor.workspaceId, userId);
}

/**
 * Replaces the notes, unless others than `shown` stand there by now.
 * @returns the notes as they are kept
 * @throws AppError CONFLICT
 */
export async function saveUserNote(
  actor: Actor,
  { userId, text, shown }: { userId: number; text: string; shown: string },
): Promise<string> {
  await authorize(actor, "user:write");
  const whose = { workspaceId: actor.workspaceId, userId, updatedBy: actor.personName };
  await audited(actor, { action: "user.note-saved", detail: { user: userId } }, async () => {
    if (!(await replaceText(whose, { text, shown }))) throw new AppError("CONFLICT", overtakenText.notes);
  });
  return text;
}
