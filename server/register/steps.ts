import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { StepResult, UserStep } from "@/lib/domain/user-jobs";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import type { AmpClient } from "@/server/amp/client";
import { findAmongAll, orNull } from "@/server/amp/look-up";
import { archiveUser, membershipsOf, setMembership } from "./archive";
import { forgetNote } from "./note-store";
import { requireNothingOwed } from "./still-owed";

export interface StepContext {
  amp: AmpClient;
  workspaceId: string;
  /** Who approved the job. */
  requestedBy: string;
  /** Null before the user is made. */
  userId: number | null;
  /** An earlier run may have carried the step out without hearing of it. */
  isRepeat: boolean;
  /** Where the register was looked through for several repeats at once: the users that are made already. */
  made?: MadeUsers | undefined;
}

export interface StepEnd {
  result: StepResult;
  userId: number;
  /** Categories that an archived user left. */
  left?: number[];
}

/**
 * Carries one step out, or finds that it was: what may have been done before is looked for first, so a repeat never
 * makes a second user. @throws AppError REJECTED and NOT_FOUND with AMP's words, CONFLICT when somebody changed the
 * user since the dry run, UNAVAILABLE
 */
export async function takeStep(step: UserStep, context: StepContext): Promise<StepEnd> {
  if (step.kind === "create") return create(step, context);
  const { userId } = context;
  if (userId === null) throw new AppError("CONFLICT", userJobsText.row.noUser);
  if (step.kind === "archive") return archive({ ...context, userId });
  const isDone = await change(step, { ...context, userId });
  // Found so by a repeat, it was most likely the first run that did it.
  return { result: isDone || context.isRepeat ? "done" : "already", userId };
}

type Create = Extract<UserStep, { kind: "create" }>;

/** Users by what tells one from the others. */
export type MadeUsers = ReadonlyMap<string, RegisteredUser>;
const keyOf = ({ name, gaid }: Pick<Create, "name" | "gaid">) => JSON.stringify([name, gaid]);

/**
 * Which users that steps would make are there already, in one pass, because a manager may not ask whose a GAID is, and
 * a user may have none. AMP: GET /registered_users/
 */
export async function findMade(
  amp: AmpClient,
  steps: readonly Pick<Create, "name" | "gaid">[],
): Promise<MadeUsers> {
  const made = new Map<string, RegisteredUser>();
  const wanted = new Set(steps.map(keyOf));
  if (wanted.size === 0) return made;
  await findAmongAll(amp, (user) => {
    const key = keyOf(user);
    if (wanted.delete(key)) made.set(key, user);
    return wanted.size === 0;
  });
  return made;
}

async function create(step: Create, { amp, isRepeat, made }: StepContext): Promise<StepEnd> {
  const { name, isCompany, gaid } = step;
  const look = async (known?: MadeUsers) => (known ?? (await findMade(amp, [step]))).get(keyOf(step));
  const same = isRepeat ? await look(made) : undefined;
  if (same) return { result: "done", userId: same.id };
  try {
    const user = await amp.call("addRegisteredUser", { body: { name, isCompany, gaid } });
    return { result: "done", userId: user.id };
  } catch (error) {
    // The first call may have arrived after we looked.
    const isRefused = isRepeat && error instanceof AppError && error.code === "REJECTED";
    const late = isRefused ? await look() : undefined;
    if (late) return { result: "done", userId: late.id };
    throw error;
  }
}

type Known = StepContext & { userId: number };

async function archive({ amp, workspaceId, userId, requestedBy: updatedBy }: Known): Promise<StepEnd> {
  const categories = await membershipsOf(amp, userId);
  const left = await archiveUser(amp, { workspaceId, userId, updatedBy }, categories);
  return { result: "done", userId, left };
}

/** @returns false when AMP had it so already */
async function change(
  step: Exclude<UserStep, Create | { kind: "archive" }>,
  context: Known,
): Promise<boolean> {
  const { amp, userId, isRepeat } = context;
  const path = { registeredUserId: userId };
  switch (step.kind) {
    case "join":
    case "leave":
      return setMembership(amp, { categoryId: step.categoryId, userId, isMember: step.kind === "join" });
    case "rename": {
      const { name } = await amp.call("getRegisteredUser", { path });
      if (name === step.name) return false;
      requireUnchanged(name === step.before);
      await amp.call("editRegisteredUser", { path, body: { name: step.name } });
      return true;
    }
    case "add-gaid": {
      const gaids = await amp.call("listUserGaids", { path });
      if (gaids.includes(step.gaid)) return false;
      await amp.call("addUserGaid", { path, body: step.gaid });
      return true;
    }
    case "delete": {
      await requireNothingOwed(amp, userId);
      const deleted = amp.call("deleteRegisteredUser", { path }).then(() => true);
      const isDone = isRepeat ? await orNull(deleted) : await deleted;
      await forgetNote(context.workspaceId, userId);
      return isDone === true;
    }
  }
}

function requireUnchanged(isUnchanged: boolean): void {
  if (!isUnchanged) throw new AppError("CONFLICT", userJobsText.row.changedMeanwhile);
}
