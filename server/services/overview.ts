import type { AssetSummary } from "@/lib/contracts/amp/summary";
import type { Actor } from "@/lib/domain/actor";
import type { NextStep, OverviewAlert, OverviewData } from "@/lib/domain/overview";
import type { KycAlertRow } from "@/lib/domain/requests";
import { LOW_FEE_SATS } from "@/lib/domain/treasury";
import type { Work } from "@/lib/domain/unfinished-work";
import type { WatchAlert } from "@/lib/domain/watch";
import { may } from "@/lib/policy";
import { findNoticeSettings } from "@/server/notices/settings-store";
import { now } from "@/server/platform/clock";
import { countOpenOperations, type ListedOperation, listOperations } from "@/server/treasury/store";
import { listBooks, type StoredBooks } from "@/server/watch/books-store";
import { listAlerts, listWatched } from "@/server/watch/store";
import { type AssetFigures, figuresOfAll } from "./asset-figures";
import { type Asset, readableAssets } from "./assets";
import { toRow } from "./operations";
import { countOpenRequests, listKycAlerts } from "./requests";
import { readTreasury, type TreasuryState } from "./treasury";
import { listWork } from "./unfinished-work";

/** Assets on the page; figures are over all of them. */
const SHOWN = 24;
/** Operations shown, open ones first. */
const LATEST = 10;
/** Open operations looked through for those that need a person; an asset has one at most. */
const OPEN = 200;
/** Of one kind. */
const STEPS = 3;

/** Since when what is shown is so: a figure may stand while AMP is asked for the next one. */
const oldestOf = (shown: AssetFigures[]): Date =>
  new Date(Math.min(now().getTime(), ...shown.flatMap(({ asOf }) => asOf?.getTime() ?? [])));

/** Figures over all assets, what needs a person, and what could be done next. */
export async function readOverview(actor: Actor): Promise<OverviewData> {
  const { assets, unreadable } = await readableAssets(actor);
  const isIssuer = may(actor.role, "treasury:read");
  const { workspaceId } = actor;
  const [
    figures,
    watched,
    operations,
    open,
    openOperations,
    alerts,
    identities,
    treasury,
    requests,
    notified,
    work,
    books,
  ] = await Promise.all([
    figuresOfAll(actor, assets, SHOWN),
    isIssuer ? listWatched(workspaceId) : [],
    isIssuer ? listOperations(workspaceId, { openFirst: true, limit: LATEST }) : [],
    isIssuer ? listOperations(workspaceId, { state: "open", limit: OPEN }) : [],
    isIssuer ? countOpenOperations(workspaceId) : 0,
    isIssuer ? listAlerts(workspaceId, { states: ["open"], limit: OPEN }) : [],
    listKycAlerts(actor),
    isIssuer ? readTreasury(actor).catch((error: Error) => error) : null,
    countOpenRequests(actor),
    // What an issuer is told of is no matter of the manager whose view is looked at.
    actor.preview ? true : isNotified(workspaceId),
    listWork(actor, assets),
    isIssuer ? listBooks(workspaceId) : [],
  ]);
  const summaryOf = ({ assetUuid }: Asset) => figures.get(assetUuid)?.summary ?? null;
  const known = assets.flatMap((asset) => summaryOf(asset) ?? []);
  return {
    rows: assets.slice(0, SHOWN).map((asset) => ({
      asset,
      summary: summaryOf(asset),
      treasurySats:
        watched.find(({ assetUuid }) => assetUuid === asset.assetUuid)?.figures?.treasurySats ?? null,
    })),
    total: assets.length,
    unreadable,
    holders: known.reduce((sum, { activeGreenSubaccounts }) => sum + activeGreenSubaccounts, 0),
    counted: known.length,
    operations: operations.map(toRow),
    openOperations,
    policySats: treasury === null || treasury instanceof Error ? null : treasury.policySats,
    alerts: [
      ...alertsOf(assets, open, alerts, identities, treasury, work),
      ...ofBooks(assets, figures, books),
    ],
    steps: [
      ...(requests ? [{ kind: "requests" as const, count: requests }] : []),
      ...(may(actor.role, "distribution:run") ? toDistribute(assets, open, summaryOf) : []),
      ...(notified ? [] : [{ kind: "notifications" as const }]),
    ],
    asOf: oldestOf([...figures.values()].slice(0, SHOWN)),
  };
}

/** Figures are newer than what the watch has read, and often not there yet. */
function ofBooks(
  assets: Asset[],
  figures: ReadonlyMap<string, Pick<AssetFigures, "lacking">>,
  books: StoredBooks[],
): OverviewAlert[] {
  return assets.flatMap((asset): OverviewAlert[] => {
    const stored = books.find(({ assetUuid }) => assetUuid === asset.assetUuid);
    const lacking = figures.get(asset.assetUuid)?.lacking ?? stored?.lacking ?? 0;
    const orders = stored?.orders.length ?? 0;
    return [
      ...(orders > 0 ? [{ kind: "foreign-orders" as const, asset, count: orders }] : []),
      ...(lacking > 0 ? [{ kind: "blinders" as const, asset, count: lacking }] : []),
    ];
  });
}

async function isNotified(workspaceId: string): Promise<boolean> {
  const settings = await findNoticeSettings(workspaceId);
  return Boolean(settings?.isEmailOn || settings?.isWebhookOn);
}

/** Assets of which something is assigned and nothing stands in the way that is seen from here. */
function toDistribute(
  assets: Asset[],
  open: ListedOperation[],
  summaryOf: (asset: Asset) => AssetSummary | null,
): NextStep[] {
  const isFree = (asset: Asset) =>
    asset.isAuthorized && !asset.isLocked && !open.some(({ assetUuid }) => assetUuid === asset.assetUuid);
  return assets
    .filter(isFree)
    .flatMap((asset): NextStep[] => {
      const assignedSats = summaryOf(asset)?.assigned ?? 0n;
      return assignedSats > 0n ? [{ kind: "distribute", asset, assignedSats }] : [];
    })
    .slice(0, STEPS);
}

function alertsOf(
  assets: Asset[],
  open: ListedOperation[],
  alerts: WatchAlert[],
  identities: KycAlertRow[],
  treasury: TreasuryState | Error | null,
  work: Work[],
): OverviewAlert[] {
  const workAs = (tone: Work["tone"]) =>
    work.filter((one) => one.tone === tone).map((one): OverviewAlert => ({ kind: "work", work: one }));
  const waiting = open.filter((operation) => operation.problem !== null);
  return [
    ...alerts.map((alert): OverviewAlert => ({ kind: "watch", alert })),
    ...waiting.map((operation): OverviewAlert => ({ kind: "operation", operation: toRow(operation) })),
    ...workAs("danger"),
    ...(treasury instanceof Error ? [{ kind: "node" as const, message: treasury.message }] : []),
    ...(treasury && !(treasury instanceof Error) && !treasury.isSynced
      ? [{ kind: "node-behind" as const, blocks: treasury.blocks, headers: treasury.headers }]
      : []),
    ...(treasury && !(treasury instanceof Error) && treasury.policySats < LOW_FEE_SATS
      ? [{ kind: "low-fee" as const, policySats: treasury.policySats }]
      : []),
    ...identities.map((request): OverviewAlert => ({ kind: "kyc", request })),
    ...workAs("waiting"),
    ...assets
      .filter((asset) => !asset.isAuthorized)
      .map((asset): OverviewAlert => ({ kind: "unauthorized", asset })),
    ...assets.filter((asset) => asset.isLocked).map((asset): OverviewAlert => ({ kind: "locked", asset })),
  ];
}
