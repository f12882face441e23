import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Portion } from "@/lib/contracts/portion";
import type { Actor } from "@/lib/domain/actor";
import { ampAssetOf, type IntentAssignment, OPERATION_KINDS, type OperationKind } from "@/lib/domain/intent";
import type { JournalLine, JournalPage } from "@/lib/domain/journal";
import { isFinal, OPERATION_FILTERS } from "@/lib/domain/operation";
import type { OperationRow } from "@/lib/domain/treasury";
import { AppError } from "@/lib/errors";
import { distributionsText } from "@/lib/messages/distributions";
import { errorsText } from "@/lib/messages/errors";
import type { Permission } from "@/lib/policy";
import { isUuid } from "@/lib/uuid";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { printCursor, readCursor } from "@/server/mirror/cursor";
import { now } from "@/server/platform/clock";
import { said } from "@/server/platform/stored-words";
import { type Decision, decide } from "@/server/treasury/decisions";
import { readJournal, readJournalPage } from "@/server/treasury/journal-store";
import type { OperationPlace, OperationsWhere } from "@/server/treasury/listed-store";
import {
  findHeaded,
  type HeadedOperation,
  readAssignments,
  withShownIntent,
} from "@/server/treasury/shown-store";
import { findOperation, type ListedOperation, listOperations, type Operation } from "@/server/treasury/store";
import { requireUuid } from "./assets";
import { toView } from "./operation-view";

const PERMISSION: Record<OperationKind, Permission> = {
  distribution: "distribution:run",
  reissuance: "supply:run",
  burn: "supply:run",
  blinders: "blinders:run",
  lbtc: "lbtc:run",
};

/** One operation of this workspace with the end of its journal. @throws AppError NOT_FOUND */
export async function getOperation(actor: Actor, operationId: string) {
  const asOf = now();
  const operation = await operationToRead(actor, operationId);
  const [shown, journal] = await Promise.all([withShownIntent(operation), readJournalPage(operation.id)]);
  return { operation: toView(shown), journal: said(journal), asOf };
}

/** What can change of it, for a page that has the rest. */
export async function getOperationNews(actor: Actor, operationId: string) {
  const asOf = now();
  const operation = await operationToRead(actor, operationId);
  const { intent: _, ...news } = toView(operation);
  return { operation: news, journal: said(await readJournalPage(operation.id)), asOf };
}

/** The lines of its journal before one. @throws AppError NOT_FOUND */
export async function getEarlierJournal(
  actor: Actor,
  operationId: string,
  before: bigint,
): Promise<JournalPage> {
  const { id } = await operationToRead(actor, operationId);
  return said(await readJournalPage(id, before));
}

/** All of its journal, for a file. @throws AppError NOT_FOUND */
export async function getJournal(actor: Actor, operationId: string): Promise<JournalLine[]> {
  const { id } = await operationToRead(actor, operationId);
  return said(await readJournal(id));
}

/** More of those whom a distribution pays. @param after the assignment behind which they begin; @throws AppError NOT_FOUND */
export async function getAssignmentsOf(
  actor: Actor,
  operationId: string,
  after: number,
): Promise<Portion<IntentAssignment>> {
  const operation = await operationToRead(actor, operationId);
  if (operation.kind === "distribution") return readAssignments(operation, after);
  throw new AppError("NOT_FOUND", distributionsText.noOperation);
}

/** A person's decision about an operation that waits for one. The worker carries it out. */
export async function decideOperation(
  actor: Actor,
  input: { operationId: string; decision: Decision },
): Promise<void> {
  const operation = await operationToRun(actor, input.operationId);
  const detail = { operation: operation.id };
  await audited(
    actor,
    { action: `${operation.kind}.${input.decision}`, ...ampAssetOf(operation.assetUuid), detail },
    () => decide(operation.id, input.decision),
  );
}

/** One operation of this workspace that the person may run. @throws AppError NOT_FOUND, FORBIDDEN */
export async function operationToRun(actor: Actor, operationId: string): Promise<Operation> {
  const operation = await ownOperation(actor, operationId, findOperation);
  await authorize(actor, PERMISSION[operation.kind], operation.assetUuid);
  return operation;
}

async function operationToRead(actor: Actor, operationId: string): Promise<HeadedOperation> {
  await authorize(actor, "treasury:read");
  return ownOperation(actor, operationId, findHeaded);
}

/** One operation of this workspace, read as `find` does. Whoever calls has asked whether the person may see it. @throws AppError NOT_FOUND */
export async function ownOperation<T extends { workspaceId: string }>(
  { workspaceId }: Actor,
  operationId: string,
  find: (id: string) => Promise<T | null>,
): Promise<T> {
  requireUuid(operationId);
  const operation = await find(operationId);
  if (operation?.workspaceId === workspaceId) return operation;
  throw new AppError("NOT_FOUND", distributionsText.noOperation);
}

/**
 * One page of a workspace's operations, or of one asset's, open ones first or by when they were approved. Whoever calls
 * has asked whether the person may see them.
 * @throws AppError INVALID_INPUT for a cursor of another list
 */
export async function pageOfOperations(
  workspaceId: string,
  query: ListQuery,
  of: { assetUuid?: string; kinds?: readonly OperationKind[] } = {},
): Promise<ListPage<OperationRow>> {
  const { limit, filters, q, sort, cursor } = query;
  const found = await listOperations(workspaceId, {
    ...of,
    ...wantedOf(filters),
    ...(q ? { search: q } : {}),
    openFirst: sort === undefined,
    oldestFirst: sort === "created",
    behind: readPlace(cursor),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(toRow),
    nextCursor: found.length > limit && last ? cursorOf(last) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

const cursorOf = ({ state, createdAt, id }: ListedOperation): string =>
  printCursor([isFinal(state) ? 1 : 0, BigInt(createdAt.getTime()), id]);

function readPlace(cursor: string | undefined): OperationPlace | null {
  const place = readCursor(cursor, ["number", "bigint", "string"]);
  if (place === null) return null;
  const [isOver, time, id] = place;
  const at = new Date(Number(time));
  if (Number.isNaN(at.getTime()) || !isUuid(id)) throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  return { isOver: isOver === 1, at, id };
}

function wantedOf({ state, kind }: ListQuery["filters"]): Pick<OperationsWhere, "kinds" | "state"> {
  const wanted = OPERATION_KINDS.find((name) => name === kind);
  const end = OPERATION_FILTERS.find((name) => name === state);
  return { ...(wanted ? { kinds: [wanted] } : {}), ...(end ? { state: end } : {}) };
}

/** As lists show it; nothing of it is secret. */
export const toRow = ({ facts, problem, ...operation }: ListedOperation): OperationRow => ({
  id: operation.id,
  kind: operation.kind,
  assetUuid: operation.assetUuid,
  assetName: operation.intent.assetName,
  ticker: operation.intent.ticker,
  precision: operation.intent.precision,
  totalSats: operation.intent.totalSats,
  recipients: operation.kind === "distribution" ? operation.items : null,
  outputs: operation.kind === "blinders" ? operation.items : null,
  state: operation.state,
  problem: said(problem?.message ?? null),
  requestedBy: operation.requestedBy,
  txid: facts.txid ?? null,
  confirmations: facts.confirmations ?? null,
  booked: facts.booked ?? 0,
  createdAt: operation.createdAt,
});
