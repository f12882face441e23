import type { Actor } from "@/lib/domain/actor";
import type { OverviewAlert, OverviewData } from "@/lib/domain/overview";
import type { KycAlertRow } from "@/lib/domain/requests";
import { LOW_FEE_SATS } from "@/lib/domain/treasury";
import type { WatchAlert } from "@/lib/domain/watch";
import { may } from "@/lib/policy";
import { now } from "@/server/platform/clock";
import { type ListedOperation, listOperations } from "@/server/treasury/store";
import { listAlerts } from "@/server/watch/store";
import { type Asset, allAssets, getSummary } from "./assets";
import { toRow } from "./operations";
import { listKycAlerts } from "./requests";
import { readTreasury, type TreasuryState } from "./treasury";

/** Summaries are one request each; the read model of a later issue lifts this. */
const SUMMARIES = 24;
/** Operations shown, open ones first. */
const LATEST = 10;
/** Open operations looked through for those that need a person; an asset has one at most. */
const OPEN = 200;

/** Figures over all assets and what needs a person. */
export async function readOverview(actor: Actor): Promise<OverviewData> {
  const assets = await allAssets(actor);
  const shown = assets.slice(0, SUMMARIES);
  const isIssuer = may(actor.role, "treasury:read");
  const [rows, operations, open, alerts, identities, treasury] = await Promise.all([
    Promise.all(
      shown.map(
        async (asset): Promise<OverviewData["rows"][number]> => ({
          asset,
          // One asset that AMP cannot sum up must not hide the others.
          summary: await getSummary(actor, asset.assetUuid).catch(() => null),
        }),
      ),
    ),
    isIssuer ? listOperations(actor.workspaceId, { openFirst: true, limit: LATEST }) : [],
    isIssuer ? listOperations(actor.workspaceId, { openOnly: true, limit: OPEN }) : [],
    isIssuer ? listAlerts(actor.workspaceId, { states: ["open"], limit: OPEN }) : [],
    listKycAlerts(actor),
    isIssuer ? readTreasury(actor).catch((error: Error) => error) : null,
  ]);
  return {
    rows,
    total: assets.length,
    operations: operations.map(toRow),
    policySats: treasury === null || treasury instanceof Error ? null : treasury.policySats,
    alerts: alertsOf(assets, open, alerts, identities, treasury),
    asOf: now(),
  };
}

function alertsOf(
  assets: Asset[],
  open: ListedOperation[],
  alerts: WatchAlert[],
  identities: KycAlertRow[],
  treasury: TreasuryState | Error | null,
): OverviewAlert[] {
  const waiting = open.filter((operation) => operation.problem !== null);
  return [
    ...alerts.map((alert): OverviewAlert => ({ kind: "watch", alert })),
    ...waiting.map((operation): OverviewAlert => ({ kind: "operation", operation: toRow(operation) })),
    ...identities.map((request): OverviewAlert => ({ kind: "kyc", request })),
    ...(treasury instanceof Error ? [{ kind: "node" as const, message: treasury.message }] : []),
    ...(treasury && !(treasury instanceof Error) && treasury.policySats < LOW_FEE_SATS
      ? [{ kind: "low-fee" as const, policySats: treasury.policySats }]
      : []),
    ...assets
      .filter((asset) => !asset.isAuthorized)
      .map((asset): OverviewAlert => ({ kind: "unauthorized", asset })),
    ...assets.filter((asset) => asset.isLocked).map((asset): OverviewAlert => ({ kind: "locked", asset })),
  ];
}
