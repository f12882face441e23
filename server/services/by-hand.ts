import type { Actor } from "@/lib/domain/actor";
import { checksByHand } from "@/lib/domain/by-hand-decisions";
import { distributionsText } from "@/lib/messages/distributions";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { audited } from "@/server/audit/audited";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { requireEnvironment } from "@/server/platform/environments";
import { attachTransaction } from "@/server/treasury/by-hand/attach";
import { takeOrder } from "@/server/treasury/by-hand/hand-out";
import { type OrderFile, orderFile } from "@/server/treasury/by-hand/order-file";
import { approveOperation } from "./approval";
import { previewDistribution } from "./distributions";
import { operationToRun } from "./operations";
import { previewSupply, type startSupply } from "./supply";

/**
 * AMP's order as a file for the official client. Handed out only while the worker leaves it alone; who took it is written
 * down.
 * @throws AppError CONFLICT in any other state
 */
export async function downloadOrder(actor: Actor, operationId: string): Promise<OrderFile> {
  const { kind, assetUuid, id } = await operationToRun(actor, operationId);
  const detail = { operation: id };
  return audited(actor, { action: `${kind}.order-downloaded`, assetUuid, detail }, async () =>
    orderFile(await takeOrder(id, actor.personName), requireEnvironment(actor.environment).ampUrl),
  );
}

/**
 * Attaches a transaction that somebody made by hand, once it is certain that it carries out AMP's order.
 * @throws AppError REJECTED with what differs
 */
export async function attachByHand(
  actor: Actor,
  input: { operationId: string; txid: string },
): Promise<void> {
  const { kind, assetUuid, id } = await operationToRun(actor, input.operationId);
  const detail = { operation: id, txid: input.txid };
  await audited(actor, { action: `${kind}.attached`, assetUuid, detail }, () =>
    attachTransaction(id, input.txid),
  );
}

const START = { state: "requested", facts: { byHand: {} } } as const;

/** The same approval as for the desk's own; the worker orders at AMP and hands the order out instead of sending. */
export const startDistributionByHand = (
  actor: Actor,
  input: { intentId: string; assetUuid: string; intentHash: string },
): Promise<{ operationId: string }> =>
  approveOperation(actor, {
    kind: "distribution",
    permission: "distribution:run",
    input,
    preview: async () => {
      const preview = await previewDistribution(actor, input.assetUuid);
      return { ...preview, checks: checksByHand(preview.checks) };
    },
    askAgain: () => assignmentsChanged(actor, input.assetUuid),
    detail: ({ totalSats, assignments }) => ({ totalSats, recipients: assignments.length, byHand: true }),
    start: () => START,
    texts: distributionsText,
  });

/** The same for a reissuance or a burn. */
export const startSupplyByHand = (
  actor: Actor,
  input: Parameters<typeof startSupply>[1],
): Promise<{ operationId: string }> =>
  approveOperation(actor, {
    kind: input.kind,
    permission: "supply:run",
    input,
    preview: async () => {
      const preview = await previewSupply(actor, input);
      return { ...preview, checks: checksByHand(preview.checks) };
    },
    detail: ({ totalSats }) => ({ totalSats, byHand: true }),
    start: () => START,
    texts: supplyWorksText,
  });
