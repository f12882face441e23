import type { Assignment } from "@/lib/contracts/amp/assignments";
import { currentPart } from "@/lib/domain/batches";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import type { IntentAssignment } from "@/lib/domain/intent";
import type { OperationFacts } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { isOverdue } from "./late";
import { CALLS_AT_ONCE } from "./step";
import type { Operation } from "./store";

/**
 * AMP makes its order for each user's default GAID of that moment, and leaves out who lacks a category by then. An order
 * that differs from what was approved can only be cancelled; so nothing is asked for while it would.
 */

const NAMES_TOLD = 5;

/**
 * What of the current batch AMP would not send as it was approved, for people; null when it would.
 * AMP: GET /assets/{a}; GET /registered_users/{u} of those of whom the assignments do not tell everything; for the words
 * GET /categories/{c}
 */
export async function changedSinceApproval(
  operation: Operation<"distribution">,
  open: readonly Assignment[],
  amp: AmpClient,
): Promise<string | null> {
  const asset = await amp.call("getAsset", { path: { assetUuid: operation.intent.assetUuid } });
  if (asset.isLocked) return worksText.assetLocked;
  if (!asset.isAuthorized) return worksText.assetUnauthorized;
  const required = requiredOf(asset);
  const rows = new Map(open.map((row) => [row.id, row]));
  const parts = currentPart(operation).assignments;
  const toldOf = (part: IntentAssignment) => rows.get(part.assignmentId)?.gaid ?? null;
  const asked = parts.filter((part) => required.length > 0 || toldOf(part) === null);
  const receivers = await readReceivers(amp, new Set(asked.map(({ registeredUser }) => registeredUser)));
  const changes = parts.flatMap((part) =>
    changesOf(part, toldOf(part), receivers.get(part.registeredUser), required),
  );
  if (changes.length === 0) return null;
  const told = await Promise.all(changes.slice(0, NAMES_TOLD).map((change) => inWords(change, amp)));
  return worksText.changedSinceApproval(
    told.join("; "),
    changes.length - told.length,
    operation.facts.askedAt !== undefined,
  );
}

/** Whether so much time went by since the batch was compared that AMP might send something else by now. */
export const isComparisonOld = ({ comparedAt }: OperationFacts): boolean =>
  !comparedAt || isOverdue(comparedAt);

/** null: AMP has no such user any more. */
type Receiver = { gaid: string | null; categories: number[] } | null;

async function readReceivers(amp: AmpClient, ids: ReadonlySet<number>): Promise<Map<number, Receiver>> {
  const found = new Map<number, Receiver>();
  const left = [...ids];
  while (left.length > 0) {
    const some = left.splice(0, CALLS_AT_ONCE);
    const users = await Promise.all(
      some.map((registeredUserId) => orNull(amp.call("getRegisteredUser", { path: { registeredUserId } }))),
    );
    for (const [at, id] of some.entries()) found.set(id, users[at] ?? null);
  }
  return found;
}

interface Change {
  part: IntentAssignment;
  /** Where it would go now; undefined: nobody has the number any more. */
  gaid?: string | null;
  lacks?: number;
}

/** @param user undefined where the assignment told everything that matters */
function changesOf(
  part: IntentAssignment,
  told: string | null,
  user: Receiver | undefined,
  required: readonly number[],
): Change[] {
  if (user === null) return [{ part }];
  const gaid = [told, user?.gaid ?? null].find((one) => one !== null && one !== part.gaid);
  const isGone = told === null && user?.gaid === null;
  const lacks = user ? missingCategories(user, required) : [];
  return [
    ...(gaid || isGone ? [{ part, gaid: gaid ?? null }] : []),
    ...lacks.map((categoryId) => ({ part, lacks: categoryId })),
  ];
}

async function inWords({ part, gaid, lacks }: Change, amp: AmpClient): Promise<string> {
  const { changed } = worksText;
  if (lacks !== undefined) {
    const category = await orNull(amp.call("getCategory", { path: { categoryId: lacks } }));
    return changed.category(part.userName, category?.name ?? String(lacks));
  }
  if (gaid === undefined) return changed.unregistered(part.userName);
  return gaid === null
    ? changed.noGaid(part.userName, part.gaid)
    : changed.gaid(part.userName, gaid, part.gaid);
}
