import { currentBatch } from "@/lib/domain/batches";
import { canAttach } from "@/lib/domain/by-hand-decisions";
import type { JournalEntry } from "@/lib/domain/journal";
import type { OperationFacts } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { byHandText } from "@/lib/messages/by-hand";
import { worksText } from "@/lib/messages/works";
import { type NodeClient, withNodeWords } from "@/server/elements/rpc";
import { isBusyWith } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { openTreasury } from "../context";
import { whileFree } from "../decisions";
import { stillLateMs } from "../late";
import { findOperation, moveOperation, type Operation } from "../store";
import { pausingIf } from "./outcomes";
import { distributionDifferences } from "./verify-distribution";
import { matchSupply } from "./verify-supply";

/**
 * A transaction that somebody else made becomes the operation's own, once it is certain that it carries out AMP's order.
 * From then on it goes its usual way: two confirmations, AMP's confirm.
 * @throws AppError REJECTED with what differs, CONFLICT in another state, UNAVAILABLE when it cannot be compared now
 */
export async function attachTransaction(operationId: string, txid: string): Promise<void> {
  await whileFree(operationId, async () => {
    const operation = await findOperation(operationId);
    if (!operation) throw new AppError("NOT_FOUND", worksText.gone);
    if (!canAttach(operation)) throw new AppError("CONFLICT", byHandText.cannotAttach);
    const facts = await withNodeWords(factsWith(operation, txid));
    const entry: JournalEntry = { step: "attach", phase: "outcome", detail: { txid, decidedBy: "person" } };
    const change = { state: "sent" as const, facts, nextRunAt: now() };
    if (!(await moveOperation(operation, change, entry))) throw new AppError("CONFLICT", worksText.busy);
  });
}

async function factsWith(operation: Operation, txid: string): Promise<OperationFacts> {
  const context = await openTreasury(operation.workspaceId);
  const { leaving, refusal: _, ...byHand } = operation.facts.byHand ?? {};
  // Of an earlier transaction that lost nothing is kept.
  const { changeData, blockHeight, ...kept } = operation.facts;
  const pausing = pausingIf(leaving, operation);
  const stays = operation.facts.byHand ? { byHand } : {};
  const facts = { ...kept, ...pausing, ...stays, txid, confirmations: 0, isAttached: true };
  if (operation.kind === "distribution") {
    await assertNothingLate(operation, context.node);
    const differences = await distributionDifferences(operation, txid, context);
    if (differences.length > 0) throw new AppError("REJECTED", byHandText.refused(differences));
    return facts;
  }
  if (operation.kind === "blinders" || operation.kind === "lbtc")
    throw new AppError("CONFLICT", byHandText.cannotAttach);
  const match = await matchSupply(operation, txid, context.node);
  if ("differences" in match) throw new AppError("REJECTED", byHandText.refused(match.differences));
  const { outpoints = [] } = operation.facts.supply ?? {};
  return { ...facts, supply: { outpoints, ...(match.vin === null ? {} : { vin: match.vin }) } };
}

/**
 * The desk's own payment of the order may still land, here or of an operation that was closed. RPC getrpcinfo
 * @throws AppError UNAVAILABLE with the time that is left
 */
async function assertNothingLate({ facts }: Operation<"distribution">, node: NodeClient): Promise<void> {
  const { beforeSend, byHand } = facts;
  const told = beforeSend?.batch === currentBatch(facts) ? beforeSend.at : undefined;
  const lateMs = Math.max(stillLateMs(told), stillLateMs(byHand?.since?.at));
  if (lateMs > 0) throw new AppError("UNAVAILABLE", byHandText.ownMayLand(Math.ceil(lateMs / 1_000)));
  if (told && (await isBusyWith(node, "sendmany")))
    throw new AppError("UNAVAILABLE", worksText.nodeIsSending);
}
