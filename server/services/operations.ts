import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { ampAssetOf, OPERATION_KINDS, type OperationKind } from "@/lib/domain/intent";
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
import type { OperationPlace, OperationsWhere } from "@/server/treasury/listed-store";
import {
  findOperation,
  type ListedOperation,
  listOperations,
  type Operation,
  readJournal,
} from "@/server/treasury/store";
import { requireUuid } from "./assets";
import { toView } from "./operation-view";

const PERMISSION: Record<OperationKind, Permission> = {
  distribution: "distribution:run",
  reissuance: "supply:run",
  burn: "supply:run",
  blinders: "blinders:run",
  lbtc: "lbtc:run",
};

/** One operation of this workspace with its journal. @throws AppError NOT_FOUND */
export async function getOperation(actor: Actor, operationId: string) {
  await authorize(actor, "treasury:read");
  const operation = await ownOperation(actor, operationId);
  return { operation: toView(operation), journal: said(await readJournal(operation.id)) };
}

/** The same for a page that has the intent already: without its assignments, of which there may be thousands. */
export async function getOperationNews(actor: Actor, operationId: string) {
  const { operation, journal } = await getOperation(actor, operationId);
  if (operation.kind !== "distribution") return { operation, journal };
  return { operation: { ...operation, intent: { ...operation.intent, assignments: [] } }, journal };
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
  const operation = await ownOperation(actor, operationId);
  await authorize(actor, PERMISSION[operation.kind], operation.assetUuid);
  return operation;
}

async function ownOperation(actor: Actor, operationId: string): Promise<Operation> {
  requireUuid(operationId);
  const operation = await findOperation(operationId);
  if (operation?.workspaceId === actor.workspaceId) return operation;
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
  booked: facts.sentBatches?.length ?? 0,
  createdAt: operation.createdAt,
});
