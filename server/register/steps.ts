import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { StepResult, UserStep } from "@/lib/domain/user-jobs";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import type { AmpClient } from "@/server/amp/client";
import { archiveUser, setMembership } from "./archive";
import { forgetNote } from "./note-store";

export interface StepContext {
  amp: AmpClient;
  workspaceId: string;
  /** Who approved the job. */
  requestedBy: string;
  /** Null before the user is made. */
  userId: number | null;
  /** An earlier run may have carried the step out without hearing of it. */
  isRepeat: boolean;
}

export interface StepEnd {
  result: StepResult;
  userId: number;
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
  const isDone = await change(step, { ...context, userId });
  // Found so by a repeat, it was most likely the first run that did it.
  return { result: isDone || context.isRepeat ? "done" : "already", userId };
}

type Create = Extract<UserStep, { kind: "create" }>;

async function create({ name, isCompany, gaid }: Create, { amp, isRepeat }: StepContext): Promise<StepEnd> {
  const made = isRepeat ? await findSame(amp, { name, gaid }) : undefined;
  if (made) return { result: "done", userId: made.id };
  try {
    const user = await amp.call("addRegisteredUser", { body: { name, isCompany, gaid } });
    return { result: "done", userId: user.id };
  } catch (error) {
    // The first call may have arrived after we looked.
    const isRefused = isRepeat && error instanceof AppError && error.code === "REJECTED";
    const late = isRefused ? await findSame(amp, { name, gaid }) : undefined;
    if (late) return { result: "done", userId: late.id };
    throw error;
  }
}

/** AMP: GET /registered_users/, because a manager may not ask whose a GAID is, and a user may have none. */
async function findSame(
  amp: AmpClient,
  { name, gaid }: Pick<Create, "name" | "gaid">,
): Promise<RegisteredUser | undefined> {
  for await (const users of amp.rows("listRegisteredUsers")) {
    const same = users.find((user) => user.name === name && user.gaid === gaid);
    if (same) return same;
  }
  return undefined;
}

type Known = StepContext & { userId: number };

/** @returns false when AMP had it so already */
async function change(step: Exclude<UserStep, Create>, context: Known): Promise<boolean> {
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
    case "set-default": {
      const { gaid } = await amp.call("getRegisteredUser", { path });
      if (gaid === step.gaid) return false;
      requireUnchanged(gaid === step.before);
      await amp.call("setDefaultGaid", { path, body: step.gaid });
      return true;
    }
    case "archive":
      await archiveUser(amp, { ...context, updatedBy: context.requestedBy });
      return true;
    case "delete": {
      const isThere = await amp.call("deleteRegisteredUser", { path }).then(
        () => true,
        (error: unknown) => {
          if (isRepeat && error instanceof AppError && error.code === "NOT_FOUND") return false;
          throw error;
        },
      );
      await forgetNote(context.workspaceId, userId);
      return isThere;
    }
  }
}

function requireUnchanged(isUnchanged: boolean): void {
  if (!isUnchanged) throw new AppError("CONFLICT", userJobsText.row.changedMeanwhile);
}
