import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type ChosenAssignments,
  MASS_CHANGES,
  type MassChange,
  MOST_AT_ONCE,
  type SelectionChange,
  type SelectionOutcome,
  STATES_TO_CHANGE,
} from "@/lib/domain/assignment";
import { AppError, isUnclear } from "@/lib/errors";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { authorize } from "@/server/auth/authorize";
import { assignmentsPage } from "@/server/mirror/assignments";
import { requireUuid } from "./assets";
import { deleteAssignment, setAssignmentLock } from "./assignment-changes";

/**
 * The same change of several assignments, one after the other because AMP has none of several; each is audited by itself.
 * What one is refused does not keep the others. After an answer that did not come the rest is left alone.
 * AMP: PUT /assets/{a}/assignments/{s}/lock and /unlock, DELETE …/delete
 * @throws AppError FORBIDDEN, UNAUTHENTICATED
 */
export async function changeAssignments(
  actor: Actor,
  { assetUuid, ids, change }: { assetUuid: string; ids: number[]; change: SelectionChange },
): Promise<SelectionOutcome[]> {
  await authorize(actor, "assignment:write", assetUuid);
  const outcomes: SelectionOutcome[] = [];
  for (const id of ids) {
    if (outcomes.some(({ outcome }) => outcome === "unknown")) {
      outcomes.push({ id, outcome: "skipped", message: assignmentSelectionText.skipped });
      continue;
    }
    outcomes.push(await changeOne(actor, { assetUuid, assignmentId: id }, change));
  }
  return outcomes;
}

async function changeOne(
  actor: Actor,
  one: { assetUuid: string; assignmentId: number },
  change: SelectionChange,
): Promise<SelectionOutcome> {
  const id = one.assignmentId;
  try {
    if (change === "delete") await deleteAssignment(actor, one);
    else await setAssignmentLock(actor, { ...one, isLocked: change === "lock" });
    return { id, outcome: "done", message: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "FORBIDDEN" || error.code === "UNAUTHENTICATED") throw error;
    return { id, outcome: isUnclear(error) ? "unknown" : "refused", message: error.message };
  }
}

/** Rows that are asked for at once. */
const PORTION = 2_000;

/**
 * All that a list's search and filters match and that a change has something to do for, out of the desk's copy; nothing is
 * changed. The numbers are what is then asked for: an assignment keeps its amount for life, so the sum that a person
 * confirms holds, and AMP says of each one whether a distribution has taken it since. AMP: GET /assets/{a}/assignments
 * @throws AppError REJECTED for more than one page carries out, INVALID_INPUT for no such change
 */
export async function matchingAssignments(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
  changeText: string | undefined,
): Promise<ChosenAssignments> {
  requireUuid(assetUuid);
  await authorize(actor, "assignment:write", assetUuid);
  const change = readMassChange(changeText);
  const { q, filters } = query;
  const asked = { ...(q ? { q } : {}), sort: "id" };
  const ids: number[] = [];
  let totalSats = 0n;
  const states = STATES_TO_CHANGE[change].filter((state) => (filters.state ?? state) === state);
  for (const state of states) {
    let cursor: string | null = null;
    do {
      const page = await assignmentsPage(actor, assetUuid, {
        ...asked,
        filters: { ...filters, state },
        limit: PORTION,
        ...(cursor === null ? {} : { cursor }),
      });
      ids.push(...page.rows.map(({ id }) => id));
      totalSats += page.rows.reduce((sum, { amount }) => sum + amount, 0n);
      if (ids.length > MOST_AT_ONCE)
        throw new AppError("REJECTED", assignmentSelectionText.tooMany(MOST_AT_ONCE));
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
  const { total } = await assignmentsPage(actor, assetUuid, { ...asked, filters, limit: 1 });
  return { ids, totalSats, leftOut: Math.max((total ?? 0) - ids.length, 0) };
}

function readMassChange(text: string | undefined): MassChange {
  const change = MASS_CHANGES.find((name) => name === text);
  if (!change) throw new AppError("INVALID_INPUT", assignmentSelectionText.noChange);
  return change;
}
