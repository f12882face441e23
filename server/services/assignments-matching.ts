import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import {
  type AssignmentRow,
  MASS_CHANGES,
  type MassChange,
  type MatchingAssignments,
  MOST_AT_ONCE,
  STATES_TO_CHANGE,
} from "@/lib/domain/assignment";
import { AppError } from "@/lib/errors";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { authorize } from "@/server/auth/authorize";
import { assignmentsPage } from "@/server/mirror/assignments";
import { getAsset, requireUuid } from "./assets";

/** Search and filters of a list. */
export interface Matching {
  q?: string | undefined;
  filters: Record<string, string>;
}

/** Rows that are asked for at once. */
const PORTION = 2_000;

/**
 * What a change of all that a list's search and filters match would concern, out of the desk's copy; nothing is changed.
 * AMP: GET /assets/{a}, for the copy …/assignments
 * @throws AppError REJECTED for more than one job carries out, INVALID_INPUT for no such change
 */
export async function countMatching(
  actor: Actor,
  assetUuid: string,
  query: Matching,
  changeText: string | undefined,
): Promise<MatchingAssignments> {
  await authorize(actor, "assignment:write", assetUuid);
  const change = MASS_CHANGES.find((name) => name === changeText);
  if (!change) throw new AppError("INVALID_INPUT", assignmentSelectionText.noChange);
  const rows = await matchingAssignments(actor, assetUuid, query, change);
  const asset = await getAsset(actor, assetUuid);
  const { total } = await assignmentsPage(actor, assetUuid, asset, { ...asked(query), limit: 1 });
  return {
    count: rows.length,
    totalSats: sumOf(rows),
    leftOut: Math.max((total ?? 0) - rows.length, 0),
    digest: digestOf(rows),
  };
}

/**
 * The rows themselves. An assignment keeps its amount for life, so the sum that a person confirms holds, and AMP says of each
 * one whether a distribution has taken it since.
 * @throws AppError as `countMatching` does
 */
export async function matchingAssignments(
  actor: Actor,
  assetUuid: string,
  query: Matching,
  change: MassChange,
): Promise<AssignmentRow[]> {
  requireUuid(assetUuid);
  await authorize(actor, "assignment:write", assetUuid);
  const { filters } = query;
  const asset = await getAsset(actor, assetUuid);
  const found: AssignmentRow[] = [];
  for (const state of STATES_TO_CHANGE[change]) {
    if ((filters.state ?? state) !== state) continue;
    const portion = { ...asked(query), filters: { ...filters, state }, limit: PORTION };
    let cursor: string | null = null;
    do {
      const page = await assignmentsPage(
        actor,
        assetUuid,
        asset,
        cursor === null ? portion : { ...portion, cursor },
      );
      found.push(...page.rows);
      if (found.length > MOST_AT_ONCE)
        throw new AppError("REJECTED", assignmentSelectionText.tooMany(MOST_AT_ONCE));
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
  return found;
}

const asked = ({ q, filters }: Matching) => ({ ...(q ? { q } : {}), filters, sort: "id" });

export const sumOf = (rows: readonly AssignmentRow[]): bigint =>
  rows.reduce((sum, { amount }) => sum + amount, 0n);

/** The same for the same assignments, whatever their order. */
export const digestOf = (rows: readonly AssignmentRow[]): string =>
  createHash("sha256")
    .update(
      rows
        .map(({ id }) => id)
        .sort((a, b) => a - b)
        .join(),
    )
    .digest("hex");
