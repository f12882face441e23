import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { batchSumsOf } from "@/lib/domain/batches";
import { type Check, check, type DistributionPreview } from "@/lib/domain/distribution";
import { type Forecast, forecastOf } from "@/lib/domain/forecast";
import { type DistributionIntent, distributionText } from "@/lib/domain/intent";
import { stoppedBy } from "@/lib/domain/lost-outputs";
import type { OperationRow } from "@/lib/domain/treasury";
import { distributionsText } from "@/lib/messages/distributions";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { checkNode } from "@/server/treasury/preflight";
import { listOperations } from "@/server/treasury/store";
import { approveOperation, hashOfIntent } from "./approval";
import { type Asset, getAsset, requireUuid } from "./assets";
import { type OpenRows, openRows } from "./assignments";
import { firstHeldBack, type Judged, judge } from "./held-back";
import { pageOfOperations } from "./operations";
import { alertCheck } from "./watch";

/**
 * What would be sent now, and whether anything stands in the way. AMP: GET /assets/{a}, …/assignments (the open ones),
 * …/lost-outputs, GET /registered_users/; the treasury node is asked for its state. Nothing is changed. Who is in which category
 * the desk's copy of the register says: one that is behind only misjudges who is held back, AMP decides at the order.
 * @param reading the open assignments, where something else goes by them too
 */
export async function previewDistribution(
  actor: Actor,
  assetUuid: string,
  reading?: Promise<OpenRows>,
): Promise<DistributionPreview> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:run", assetUuid);
  const amp = await ampAs(actor);
  const [asset, assignments, lostOutputs, [open]] = await Promise.all([
    getAsset(actor, assetUuid),
    reading ?? openRows(actor, assetUuid),
    amp.call("listLostOutputs", { path: { assetUuid } }),
    listOperations(actor.workspaceId, { assetUuid, state: "open", limit: 1 }),
  ]);
  const judged = judge(asset, assignments);
  const intent = intentOf(asset, judged);
  const sizes = batchSumsOf({ intent, facts: {} }).map(({ recipients }) => recipients);
  const forecast = forecastOf(sizes);
  const lost = stoppedBy("distribution", lostOutputs);
  const checks = [
    ...assetChecks(asset, intent, lost, open !== undefined),
    await alertCheck(actor.workspaceId, assetUuid),
    ...(await nodeChecks(actor, intent, forecast)),
  ];
  return {
    asset,
    intent,
    forecast,
    intentHash: hashOfIntent(distributionText(intent)),
    checks,
    canStart: checks.every((check) => check.isOk),
    heldBack: firstHeldBack(judged),
    lacksGaid: judged.some(({ why }) => why === "no-wallet"),
    openOperationId: open?.id ?? null,
    register: assignments.freshness,
  };
}

/** What would be sent of assignments that were just read, whatever stands in the way. */
export const intentNow = (asset: Asset, open: OpenRows): DistributionIntent =>
  intentOf(asset, judge(asset, open));

const intentOf = (asset: Asset, judged: readonly Judged[]): DistributionIntent =>
  toIntent(
    asset,
    judged.flatMap(({ row, why }) => (why === null ? [row] : [])),
  );

const toIntent = (asset: Asset, rows: AssignmentRow[]): DistributionIntent => ({
  batchSize: deskEnv().TREASURY_BATCH_SIZE,
  assetUuid: asset.assetUuid,
  assetId: asset.assetId,
  assetName: asset.name,
  ticker: asset.ticker,
  precision: asset.precision,
  totalSats: rows.reduce((sum, row) => sum + row.amount, 0n),
  assignments: rows.map((row) => ({
    assignmentId: row.id,
    registeredUser: row.registeredUser,
    userName: row.userName,
    gaid: row.gaid ?? "",
    amountSats: row.amount,
  })),
});

function assetChecks(asset: Asset, intent: DistributionIntent, lost: number, isBusy: boolean): Check[] {
  const { remedies } = distributionsText;
  return [
    check("asset-authorized", asset.isAuthorized, remedies.unauthorized),
    check("asset-unlocked", !asset.isLocked, remedies.locked),
    check("no-lost-outputs", lost === 0, remedies.lostOutputs),
    check("no-open-operation", !isBusy, remedies.openOperation),
    check("something-to-send", intent.assignments.length > 0, remedies.nothing),
  ];
}

function nodeChecks(actor: Actor, intent: DistributionIntent, forecast: Forecast): Promise<Check[]> {
  return checkNode(actor.workspaceId, requireEnvironment(actor.environment).network, {
    assetId: intent.assetId,
    totalSats: intent.totalSats,
    feeSats: forecast.feeSats,
  });
}

/**
 * Stores the approved distribution; the worker carries it out. The intent is formed anew and must have the hash that
 * the person saw.
 * @throws AppError CONFLICT when it changed meanwhile, REJECTED when a check fails
 */
export async function startDistribution(
  actor: Actor,
  input: { intentId: string; assetUuid: string; intentHash: string },
): Promise<{ operationId: string }> {
  return approveOperation(actor, {
    kind: "distribution",
    permission: "distribution:run",
    input,
    preview: () => previewDistribution(actor, input.assetUuid),
    askAgain: () => assignmentsChanged(actor, input.assetUuid),
    detail: ({ totalSats, assignments }) => ({ totalSats, recipients: assignments.length }),
    texts: distributionsText,
  });
}

/** The distributions of an asset that this desk ran, open ones first. */
export async function listDistributions(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<OperationRow>> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:read", assetUuid);
  return pageOfOperations(actor.workspaceId, query, { assetUuid, kinds: ["distribution"] });
}
