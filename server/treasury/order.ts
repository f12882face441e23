import { currentBatch, currentPart } from "@/lib/domain/batches";
import { findMismatch, type OrderedAssignment, type StoredOrder } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { somethingElseIsReady } from "./hold";
import { NOW, type Step, stopped } from "./step";
import type { Operation } from "./store";

/**
 * ordering → ordered. AMP: GET /assets/{a}/distributions/create/, or its earlier answer found among the assignments;
 * an answer that was lost may also land after the question was repeated. What became ready meanwhile is held back first.
 */
export const order: Step<"distribution"> = async (operation, { amp }) => {
  const { assetUuid, assetId } = operation.intent;
  const earlier = await findEarlierOrder(operation, amp);
  if (earlier === null && (await somethingElseIsReady(operation, amp))) {
    return { state: "holding", detail: { somethingElseIsReady: true }, againInMs: NOW };
  }
  const asked = earlier ?? (await askForOrder(amp, assetUuid));
  const created = typeof asked === "string" ? await findEarlierOrder(operation, amp) : asked;
  if (created === null) return stopped(String(asked), true);
  const mismatch = await differsAtAmp(operation, created, amp);
  const facts = { ...operation.facts, order: created };
  if (mismatch) return { ...stopped(mismatch, false), facts };
  const recipients = Object.keys(created.amounts).length;
  const batch = currentBatch(operation.facts);
  const detail = { distributionUuid: created.distributionUuid, assetId, batch, recipients };
  return { state: "ordered", facts, detail, againInMs: NOW };
};

/** @returns the order, or AMP's words when it found nothing to distribute */
async function askForOrder(amp: AmpClient, assetUuid: string): Promise<StoredOrder | string> {
  const answer = await amp.call("createDistribution", { path: { assetUuid } });
  if (answer.distributionUuid === undefined || !("mapAddressAmount" in answer)) {
    return worksText.nothingOrdered("error" in answer ? answer.error : undefined);
  }
  const wrongAsset = Object.values(answer.mapAddressAsset).find((assetId) => assetId !== answer.assetId);
  return {
    distributionUuid: answer.distributionUuid,
    assetId: wrongAsset ?? answer.assetId,
    amounts: answer.mapAddressAmount,
  };
}

/** The order that holds the current batch's assignments at AMP, whoever asked for it. AMP: GET /assets/{a}/assignments */
export async function findEarlierOrder(
  operation: Operation<"distribution">,
  amp: AmpClient,
): Promise<StoredOrder | null> {
  const { assetUuid, assetId, assignments: parts } = currentPart(operation);
  const open = await amp.call("listAssignments", { path: { assetUuid }, query: { distributed: false } });
  const wanted = new Set(parts.map((part) => part.assignmentId));
  const taken = open.find((row) => wanted.has(row.id) && row.distributionUuid !== null);
  if (!taken?.distributionUuid) return null;
  const { distributionUuid } = taken;
  const members = open.filter((row) => row.distributionUuid === distributionUuid);
  const amounts = Object.fromEntries(members.map((member) => [member.receivingAddress ?? "", member.amount]));
  return { distributionUuid, assetId, amounts };
}

/** What differs between the current batch, the order and AMP's assignments as they are now; null when nothing does. */
export async function differsAtAmp(
  operation: Operation<"distribution">,
  order: StoredOrder,
  amp: AmpClient,
): Promise<string | null> {
  const { assetUuid } = operation.intent;
  const open = await amp.call("listAssignments", { path: { assetUuid }, query: { distributed: false } });
  const rows = open.map(
    (row): OrderedAssignment => ({
      assignmentId: row.id,
      receivingAddress: row.receivingAddress,
      distributionUuid: row.distributionUuid,
      amountSats: row.amount,
      registeredUser: row.registeredUser,
      receivingGaid: row.gaid,
    }),
  );
  return findMismatch(currentPart(operation), order, rows);
}
