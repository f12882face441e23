import { ampAssetOf } from "@/lib/domain/intent";
import { endReached, type OperationEnd } from "@/lib/domain/operation-ends";
import type { AuditLine } from "@/server/audit/store";
import { currentRequestId } from "@/server/platform/request-context";
import { moveOperation, type Operation, type OperationChange } from "./store";

const OUTCOMES: Partial<Record<OperationEnd, AuditLine["outcome"]>> = {
  stopped: "refused",
  unknown: "unknown",
  failed: "unknown",
};

/** Moves an operation on as the worker does; where it reaches an end, the audit log says so, or neither is stored. */
export const moveTold: typeof moveOperation = (operation, change, entry) =>
  moveOperation(operation, change, entry, lineOf(operation, change));

function lineOf(operation: Operation, change: OperationChange): AuditLine | null {
  const facts = change.facts ?? operation.facts;
  const end = endReached(operation, { state: change.state, facts });
  if (end === null) return null;
  const { id, kind, assetUuid } = operation;
  const booked = end === "booked" ? facts.sentBatches?.at(-1) : undefined;
  return {
    requestId: currentRequestId(),
    action: `${kind}.${end}`,
    outcome: OUTCOMES[end] ?? "ok",
    ...ampAssetOf(assetUuid),
    detail: {
      operation: id,
      txid: booked?.txid ?? facts.txid,
      distribution: booked?.distributionUuid ?? facts.order?.distributionUuid,
    },
  };
}
