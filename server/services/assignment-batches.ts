import { createHash } from "node:crypto";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import {
  type Batch,
  type BatchDecision,
  type BatchHead,
  nextOf,
  type WantedAssignment,
} from "@/lib/domain/assignment-batch";
import { GRID_PART } from "@/lib/domain/assignment-grid";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { AppError } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { decide } from "@/server/assigning/decide";
import { setNextRun } from "@/server/assigning/due-batches-store";
import { findBatch, openBatches, saveBatch } from "@/server/assigning/store";
import { audited } from "@/server/audit/audited";
import { authorize, requireOwnRecords } from "@/server/auth/authorize";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { usersById } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { currentRequestId } from "@/server/platform/request-context";
import { carryPart } from "@/server/register/batches";
import { hashOfIntent } from "./approval";
import { getAsset, requireUuid } from "./assets";
import { freeBalance, freeWithAge } from "./assignments";

interface ApprovedRow {
  registeredUser: number;
  amountSats: bigint;
  isReady: boolean;
  vestsAt: Date | null;
}

/**
 * Writes down what a person approved, once per form, after everything was checked again; the worker carries it out. More rows
 * than a batch has are several batches, all or none of them.
 * @throws AppError CONFLICT when a row cannot be assigned any more or the treasury has not enough free
 */
export async function startBatch(
  actor: Actor,
  input: { intentId: string; assetUuid: string; rows: ApprovedRow[] },
): Promise<{ batchId: string; batches: number }> {
  await authorize(actor, "assignment:create", input.assetUuid);
  const asset = await getAsset(actor, input.assetUuid);
  const first = await findBatch(actor.workspaceId, input.assetUuid, input.intentId);
  const wanted = first ? first.rows.map((row) => row.wanted) : await checkAgain(actor, asset, input.rows);
  const amountSats = input.rows.reduce((sum, row) => sum + row.amountSats, 0n);
  const detail = { count: input.rows.length, amountSats, batch: input.intentId };
  const entry = { action: "assignment.batch-approved", assetUuid: input.assetUuid, detail };
  await audited(actor, entry, () =>
    saveApproved(actor, {
      ...input,
      kind: "create",
      rows: wanted.map((row) => ({ wanted: row, original: null })),
      approved: input.rows,
      nextRunAt: now(),
    }),
  );
  return { batchId: input.intentId, batches: partsOf(input.rows).length };
}

const partsOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / GRID_PART) }, (_, part) =>
    rows.slice(part * GRID_PART, (part + 1) * GRID_PART),
  );

/** The first has the form's own, the others a UUID (version 8) that follows from it: a repeat meets all of them. */
function partId(intentId: string, part: number): string {
  if (part === 0) return intentId;
  const hex = createHash("sha256").update(`${intentId} ${part}`).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
}

async function checkAgain(actor: Actor, asset: Asset, rows: ApprovedRow[]): Promise<WantedAssignment[]> {
  await authorize(actor, "user:read");
  const [users, freeSats] = await Promise.all([
    usersById(
      actor,
      rows.map(({ registeredUser }) => registeredUser),
    ),
    freeBalance(actor, asset),
  ]);
  const required = requiredOf(asset);
  const wanted = rows.map((row, index) => {
    const user = users.get(row.registeredUser);
    if (!user) throw new AppError("CONFLICT", text.unknownUser(index + 1));
    if (missingCategories(user, required).length > 0)
      throw new AppError("CONFLICT", text.notAssignable(index + 1, user.name));
    return { ...row, userName: user.name };
  });
  if (rows.reduce((sum, { amountSats }) => sum + amountSats, 0n) > freeSats)
    throw new AppError("CONFLICT", text.aboveFree);
  return wanted;
}

export type Saved = Pick<Parameters<typeof saveBatch>[0], "assetUuid" | "kind" | "rows"> & {
  intentId: string;
  approved: unknown;
  nextRunAt: Date;
};

/** Writes down what was approved. @throws AppError CONFLICT for other contents under the same id */
export async function saveApproved(
  actor: Actor,
  { intentId, assetUuid, kind, rows, approved, nextRunAt }: Saved,
): Promise<void> {
  await authorize(actor, "assignment:create", assetUuid);
  const inputHash = hashOfIntent(encodeJson(approved));
  const { workspaceId, personName } = actor;
  const requestId = currentRequestId();
  const batch = { workspaceId, assetUuid, kind, personName, requestId, inputHash, nextRunAt };
  const batches = partsOf(rows).map((part, place) => ({ ...batch, id: partId(intentId, place), rows: part }));
  if (!(await saveBatch(...batches))) throw new AppError("CONFLICT", text.otherContents);
}

export interface BatchView {
  batch: Batch;
  /** How it goes on: at once, after a pause, or not by itself. */
  next: "now" | "later" | null;
  asOf: Date;
}

const toView = (batch: Batch): BatchView => ({ batch, next: nextOf(batch.rows), asOf: now() });

/** A batch as it stands; AMP is not asked. @throws AppError NOT_FOUND */
export async function readBatch(actor: Actor, assetUuid: string, batchId: string): Promise<BatchView> {
  requireUuid(batchId);
  await authorize(actor, "assignment:read", assetUuid);
  requireOwnRecords(actor);
  const batch = await findBatch(actor.workspaceId, assetUuid, batchId);
  if (!batch) throw new AppError("NOT_FOUND", text.noBatch);
  return toView(batch);
}

export async function readBatchPage(actor: Actor, assetUuid: string, batchId: string) {
  const [asset, view] = await Promise.all([getAsset(actor, assetUuid), readBatch(actor, assetUuid, batchId)]);
  return { asset, view };
}

interface OneBatch {
  assetUuid: string;
  batchId: string;
}

/** Carries a batch on by one part, for who waits for it. AMP: see `server/assigning/carry.ts`. */
export async function carryBatch(actor: Actor, { assetUuid, batchId }: OneBatch): Promise<BatchView> {
  await authorize(actor, "assignment:create", assetUuid);
  const { isAlone } = await carryPart(actor, { assetUuid, batchId });
  const view = await readBatch(actor, assetUuid, batchId);
  // While somebody else carries it on, there is nothing to ask for at once.
  return isAlone || view.next === null ? view : { ...view, next: "later" };
}

/**
 * What follows of a decision the worker carries out; a pause ends after the part that is being asked for.
 * @throws AppError CONFLICT when there is nothing to decide
 */
export async function decideBatch(
  actor: Actor,
  { assetUuid, batchId, decision }: OneBatch & { decision: BatchDecision },
): Promise<BatchView> {
  await authorize(actor, "assignment:create", assetUuid);
  const { batch } = await readBatch(actor, assetUuid, batchId);
  const detail = { batch: batchId, decision };
  await audited(actor, { action: "assignment.batch-decided", assetUuid, detail }, async () => {
    const isOfAll = decision === "pause" || decision === "continue";
    if (!isOfAll) await decide(actor, assetUuid, batchId, decision);
    const { next } = await readBatch(actor, assetUuid, batchId);
    const isOn = next !== null && decision !== "pause";
    const isOpen = await setNextRun(batch.id, isOn ? now() : null);
    if (isOfAll && (!isOpen || next === null)) throw new AppError("CONFLICT", text.nothingToDecide);
  });
  // The parts show what they made once in a while, and none may follow.
  if (decision === "pause") await assignmentsChanged(actor, assetUuid);
  return readBatch(actor, assetUuid, batchId);
}

/** What the grid begins with. AMP: GET /assets/{a}, for the copies …/ownerships and …/assignments; for managers …/balance */
export async function readGridPage(actor: Actor, assetUuid: string) {
  await authorize(actor, "assignment:create", assetUuid);
  const asset = await getAsset(actor, assetUuid);
  const [{ sats, freshness }, unfinished] = await Promise.all([
    freeWithAge(actor, asset),
    unfinishedBatches(actor, assetUuid),
  ]);
  return { asset, freeSats: sats, unfinished, freshness };
}

/** What was begun on this asset and waits to be carried on. */
export async function unfinishedBatches(actor: Actor, assetUuid: string): Promise<BatchHead[]> {
  await authorize(actor, "assignment:read", assetUuid);
  return actor.preview ? [] : openBatches(actor.workspaceId, assetUuid);
}
