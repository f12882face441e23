import type { AssetSummary } from "@/lib/contracts/amp/summary";
import type { Actor } from "@/lib/domain/actor";
import type { NextStep, OverviewAlert, OverviewAway, OverviewData } from "@/lib/domain/overview";
import type { KycAlertRow } from "@/lib/domain/requests";
import { LOW_FEE_SATS } from "@/lib/domain/treasury";
import type { Work } from "@/lib/domain/unfinished-work";
import { isAway } from "@/lib/errors";
import { may } from "@/lib/policy";
import { findNoticeSettings } from "@/server/notices/settings-store";
import { now } from "@/server/platform/clock";
import { countOpenOperations, type ListedOperation, listOperations } from "@/server/treasury/store";
import { listBooks, type StoredBooks } from "@/server/watch/books-store";
import { listAlerts, listWatched } from "@/server/watch/store";
import { type AssetFigures, figuresOfAll } from "./asset-figures";
import { type Asset, readableAssets } from "./assets";
import { toRow } from "./operations";
import { readyOf } from "./ready-to-send";
import { countOpenRequests, listKycAlerts } from "./requests";
import { readTreasury } from "./treasury";
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
  const [figures, own, identities] = await Promise.all([
    figuresOfAll(actor, assets, SHOWN),
    readOwn(actor, assets),
    listKycAlerts(actor),
  ]);
  const { watched, open } = own;
  const summaryOf = ({ assetUuid }: Asset) => figures.get(assetUuid)?.summary ?? null;
  const mayDistribute = may(actor.role, "distribution:run");
  const toSend = mayDistribute ? await toDistribute(actor, assets, open, summaryOf) : [];
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
    ...runningOf(own),
    alerts: [...alertsOf(assets, own, identities), ...ofBooks(assets, figures, own.books)],
    steps: stepsOf(own, toSend),
    asOf: oldestOf([...figures.values()].slice(0, SHOWN)),
  };
}

/** What the desk knows by itself, for a page that AMP tells nothing of: no asset is counted then. */
export async function readOverviewAway(actor: Actor): Promise<OverviewAway> {
  const [own, identities] = await Promise.all([
    // Which assets are a manager's, AMP has to tell: of others' work nothing is shown.
    readOwn(actor, may(actor.role, "treasury:read") ? null : []),
    // Whose requests a manager sees, AMP has to tell.
    listKycAlerts(actor).catch(noneWhileAway),
  ]);
  const named = own.books.map(({ assetUuid, name }) => ({ assetUuid, name }));
  return {
    ...runningOf(own),
    alerts: [...alertsOf([], own, identities), ...ofBooks(named, new Map(), own.books)],
    steps: stepsOf(own, []),
    watched: own.watched,
  };
}

function noneWhileAway(error: unknown): [] {
  if (isAway(error)) return [];
  throw error;
}

type Own = Awaited<ReturnType<typeof readOwn>>;

/** What is read without AMP. */
async function readOwn(actor: Actor, assets: Asset[] | null) {
  const isIssuer = may(actor.role, "treasury:read");
  const { workspaceId } = actor;
  const [watched, operations, open, openOperations, alerts, treasury, requests, isTold, work, books] =
    await Promise.all([
      isIssuer ? listWatched(workspaceId) : [],
      isIssuer ? listOperations(workspaceId, { openFirst: true, limit: LATEST }) : [],
      isIssuer ? listOperations(workspaceId, { state: "open", limit: OPEN }) : [],
      isIssuer ? countOpenOperations(workspaceId) : 0,
      isIssuer ? listAlerts(workspaceId, { states: ["open"], limit: OPEN }) : [],
      isIssuer ? readTreasury(actor).catch((error: Error) => error) : null,
      countOpenRequests(actor),
      // What an issuer is told of is no matter of the manager whose view is looked at.
      actor.preview ? true : isNotified(workspaceId),
      listWork(actor, assets),
      isIssuer ? listBooks(workspaceId) : [],
    ]);
  return { watched, operations, open, openOperations, alerts, treasury, requests, isTold, work, books };
}

const runningOf = ({ operations, openOperations, treasury }: Own) => ({
  operations: operations.map(toRow),
  openOperations,
  policySats: treasury === null || treasury instanceof Error ? null : treasury.policySats,
});

const stepsOf = ({ requests, isTold }: Own, toSend: NextStep[]): NextStep[] => [
  ...(requests ? [{ kind: "requests" as const, count: requests }] : []),
  ...toSend,
  ...(isTold ? [] : [{ kind: "notifications" as const }]),
];

/** Figures are newer than what the watch has read, and often not there yet. */
function ofBooks(
  assets: Pick<Asset, "assetUuid" | "name">[],
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

/** Assets of which something can be sent now, and nothing stands in the way that is seen from here. */
async function toDistribute(
  actor: Actor,
  assets: Asset[],
  open: ListedOperation[],
  summaryOf: (asset: Asset) => AssetSummary | null,
): Promise<NextStep[]> {
  const isFree = (asset: Asset) =>
    asset.isAuthorized && !asset.isLocked && !open.some(({ assetUuid }) => assetUuid === asset.assetUuid);
  const assigned = assets.filter((asset) => isFree(asset) && (summaryOf(asset)?.assigned ?? 0n) > 0n);
  const ready = await readyOf(actor, assigned);
  return assigned
    .flatMap((asset): NextStep[] => {
      const readySats = ready.get(asset.assetUuid) ?? 0n;
      return readySats > 0n ? [{ kind: "distribute", asset, readySats }] : [];
    })
    .slice(0, STEPS);
}

function alertsOf(
  assets: Asset[],
  { open, alerts, treasury, work }: Own,
  identities: KycAlertRow[],
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
