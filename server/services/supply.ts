import { MAX_AMOUNT_SATS } from "@/lib/contracts/amp/assets";
import type { AssetSummary } from "@/lib/contracts/amp/summary";
import type { Actor } from "@/lib/domain/actor";
import { type Check, type CheckId, check } from "@/lib/domain/distribution";
import { type SupplyIntent, supplyText } from "@/lib/domain/intent";
import { stoppedBy } from "@/lib/domain/lost-outputs";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { type SupplyKind, type SupplyPreview, supplyAfter, supplyOf } from "@/lib/domain/supply";
import { AppError } from "@/lib/errors";
import { distributionsText } from "@/lib/messages/distributions";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { withNodeWords } from "@/server/elements/rpc";
import { requireEnvironment } from "@/server/platform/environments";
import { nodeOf } from "@/server/treasury/node";
import { checkNode, readHoldings } from "@/server/treasury/preflight";
import { listOperations } from "@/server/treasury/store";
import { findClosedOut } from "@/server/treasury/supply/closed-out";
import { approveOperation, hashOfIntent } from "./approval";
import { type Asset, getAsset, getSummary, requireUuid } from "./assets";
import { freeBalance, shownFree } from "./assignments";
import { readIssuance } from "./lifecycle";
import { alertCheck } from "./watch";

interface SupplyWish {
  kind: SupplyKind;
  assetUuid: string;
  amountSats: bigint;
}

/**
 * What a reissuance or a burn would do now, and whether anything stands in the way. AMP: GET /assets/{a}, …/summary,
 * …/lost-outputs, …/txs, for a burn …/balance and …/assignments; the treasury node is asked for its state and its coins.
 * Nothing is changed.
 * @param free what a burn may take, in sats: as AMP has it now, where something is decided by it
 */
export async function previewSupply(
  actor: Actor,
  wish: SupplyWish,
  free: typeof shownFree = freeBalance,
): Promise<SupplyPreview> {
  requireUuid(wish.assetUuid);
  await authorize(actor, "supply:run", wish.assetUuid);
  const { kind, assetUuid } = wish;
  const asset = await getAsset(actor, assetUuid);
  const amp = await ampAs(actor);
  const [summary, lostOutputs, freeSats, issuance, [open], node] = await Promise.all([
    getSummary(actor, assetUuid),
    amp.call("listLostOutputs", { path: { assetUuid } }),
    kind === "burn" ? free(actor, asset) : 0n,
    readIssuance(actor, assetUuid),
    listOperations(actor.workspaceId, { assetUuid, state: "open", limit: 1 }),
    lookAtNode(actor, wish, asset),
  ]);
  const intent = toIntent(asset, summary, wish.amountSats);
  const lost = stoppedBy(kind, lostOutputs);
  const checks = [
    ...assetChecks(asset, { lost, confirmations: issuance.confirmations, isBusy: open !== undefined }),
    await alertCheck(actor.workspaceId, asset.assetUuid),
    ...amountChecks(kind, intent, { asset, summary, freeSats }),
    ...node.checks,
    // Behind what the node says of itself, which is why nobody knows.
    ...(issuance.confirmations === null
      ? [check("issuance-confirmed", false, supplyWorksText.remedies.issuanceUnseen)]
      : []),
  ];
  return {
    kind,
    asset,
    intent,
    intentHash: hashOfIntent(supplyText(kind, intent)),
    checks,
    canStart: checks.every(({ isOk }) => isOk),
    openOperationId: open?.id ?? null,
    supplyAfterSats: supplyAfter(kind, intent),
    treasurySats: node.treasurySats,
    blacklistedSats: summary.blacklisted,
    holders: summary.activeGreenSubaccounts,
  };
}

/** The same for a page, which must not wait for a list as long as all owners: what is approved is looked at once more. */
export const showSupply = async (actor: Actor, wish: SupplyWish): Promise<SupplyPreview> =>
  previewSupply(actor, wish, shownFree);

const toIntent = (asset: Asset, summary: AssetSummary, totalSats: bigint): SupplyIntent => ({
  assetUuid: asset.assetUuid,
  assetId: asset.assetId,
  assetName: asset.name,
  ticker: asset.ticker,
  precision: asset.precision,
  totalSats,
  supplySats: supplyOf(summary),
});

function assetChecks(
  asset: Asset,
  { lost, confirmations, isBusy }: { lost: number; confirmations: number | null; isBusy: boolean },
): Check[] {
  const { remedies } = distributionsText;
  return [
    check("asset-authorized", asset.isAuthorized, remedies.unauthorized),
    check("asset-unlocked", !asset.isLocked, remedies.locked),
    ...(confirmations === null
      ? []
      : [
          check(
            "issuance-confirmed",
            confirmations >= REQUIRED_CONFIRMATIONS,
            supplyWorksText.remedies.issuance,
          ),
        ]),
    check("no-lost-outputs", lost === 0, remedies.lostOutputs),
    check("no-open-operation", !isBusy, remedies.openOperation),
  ];
}

function amountChecks(
  kind: SupplyKind,
  { totalSats, supplySats }: SupplyIntent,
  { asset, summary, freeSats }: { asset: Asset; summary: AssetSummary; freeSats: bigint },
): Check[] {
  const { remedies } = supplyWorksText;
  const isPossible = check("amount-possible", totalSats >= 1n, remedies.amount);
  if (kind === "burn") return [isPossible, check("free-treasury", totalSats <= freeSats, remedies.aboveFree)];
  const isReissuable = asset.reissuanceTokenId !== null && summary.reissuanceTokens > 0n;
  const fits = supplySats + totalSats <= MAX_AMOUNT_SATS;
  return [
    isPossible,
    check("reissuable", isReissuable, remedies.notReissuable),
    check("supply-cap", fits, remedies.supplyCap),
  ];
}

/** Of the checks of a payment, those that do not concern a reissuance, which pays nothing. */
const NOT_FOR_REISSUANCE: CheckId[] = ["asset-funds"];

async function lookAtNode(
  { workspaceId, environment }: Actor,
  { kind, amountSats }: SupplyWish,
  asset: Asset,
): Promise<{ checks: Check[]; treasurySats: bigint | null }> {
  const { network } = requireEnvironment(environment);
  const payment = { assetId: asset.assetId, totalSats: amountSats, feeSats: 0n };
  const checks = await checkNode(workspaceId, network, payment);
  if (checks.some(({ id, isOk }) => id === "node-reachable" && !isOk)) return { checks, treasurySats: null };
  const held = await readHoldings(workspaceId, asset);
  const { remedies } = supplyWorksText;
  const out = await withNodeWords(findClosedOut(workspaceId, asset.assetUuid, await nodeOf(workspaceId)));
  const noneOut = check("none-still-out", out === null, remedies.stillOut(out ?? ""));
  if (kind === "burn") {
    const worded = checks.map((line) =>
      line.id === "asset-funds" ? check(line.id, line.isOk, remedies.funds) : line,
    );
    return { checks: [noneOut, ...worded], treasurySats: held.assetSats };
  }
  return {
    checks: [
      noneOut,
      ...checks.filter(({ id }) => !NOT_FOR_REISSUANCE.includes(id)),
      check("token-present", held.tokenOutputs > 0, remedies.tokenMissing),
      check("token-whole", held.tokenOutputs < 2, remedies.tokenSplit),
    ],
    treasurySats: held.assetSats,
  };
}

/**
 * Stores the approved reissuance or burn; the worker carries it out. The intent is formed anew and must have the hash
 * that the person saw.
 * @throws AppError CONFLICT when it changed meanwhile, REJECTED when a check fails
 */
export async function startSupply(
  actor: Actor,
  input: SupplyWish & { intentId: string; intentHash: string },
): Promise<{ operationId: string }> {
  return approveOperation(actor, {
    kind: input.kind,
    permission: "supply:run",
    input,
    preview: () => previewSupply(actor, input),
    detail: ({ totalSats }) => ({ totalSats }),
    texts: supplyWorksText,
  });
}

/**
 * The wish in a preview's address. `sats` are whole units of the asset.
 * @throws AppError INVALID_INPUT
 */
export function readSupplyWish(assetUuid: string, search: URLSearchParams): SupplyWish {
  const [kind, sats] = [search.get("kind"), search.get("sats") ?? ""];
  if (kind !== "reissuance" && kind !== "burn") {
    throw new AppError("INVALID_INPUT", supplyWorksText.invalidKind);
  }
  if (!/^\d{1,19}$/.test(sats)) throw new AppError("INVALID_INPUT", supplyWorksText.invalidAmount);
  return { kind, assetUuid, amountSats: BigInt(sats) };
}
