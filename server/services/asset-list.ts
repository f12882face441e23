import { type ListPage, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type {
  AssetAlert,
  AssetFigures,
  AssetFiguresByUuid,
  AssetRow,
  AssetsPage,
  ExportedAsset,
} from "@/lib/domain/asset-list";
import { assetStateMatches } from "@/lib/domain/lifecycle";
import { supplyOf } from "@/lib/domain/supply";
import { isBlocking, isOfLostOutputs } from "@/lib/domain/watch";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { operationsText } from "@/lib/messages/operations";
import { overviewText } from "@/lib/messages/overview";
import { watchText } from "@/lib/messages/watch";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { noneWhenRefused } from "@/server/amp/look-up";
import { authorize } from "@/server/auth/authorize";
import { atATime } from "@/server/platform/at-a-time";
import { listOperations } from "@/server/treasury/store";
import { listAlerts } from "@/server/watch/store";
import { type Asset, allAssets, getSummary, readableAssets, requireUuid } from "./assets";
import { pageOf } from "./list";

/** Open alerts and operations that are looked through; nobody has as many. */
const MANY = 500;

/** The assets a person may see, with what needs a person about each. */
export async function listAssets(actor: Actor, query: ListQuery): Promise<AssetsPage> {
  const [{ assets, unreadable }, alerts] = await Promise.all([readableAssets(actor), alertsByAsset(actor)]);
  return { ...pageOfAssets(assets, alerts, { ...query, filters: filtersOf(actor, query) }), unreadable };
}

/**
 * The same for a file, in which none may be missing, with the figures. AMP: GET /assets/{a}/summary for each
 * @throws AppError UNAVAILABLE rather than to leave a figure out
 */
export async function listEveryAsset(actor: Actor, query: ListQuery): Promise<ListPage<ExportedAsset>> {
  const [assets, alerts] = await Promise.all([allAssets(actor), alertsByAsset(actor)]);
  const page = pageOfAssets(assets, alerts, { ...query, filters: filtersOf(actor, query) });
  const figures = new Map<string, AssetFigures | null>();
  await atATime(page.rows, async ({ assetUuid }) => {
    figures.set(assetUuid, await readFigures(actor, assetUuid).catch(noneWhenRefused));
  });
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, figures: figures.get(row.assetUuid) ?? null })),
  };
}

/** Whoever sees no alerts does not find by them. */
function filtersOf(actor: Actor, { filters: { attention, ...others } }: ListQuery): ListQuery["filters"] {
  return attention !== undefined && seesAlerts(actor) ? { ...others, attention } : others;
}

const seesAlerts = (actor: Actor) => may(actor.role, "treasury:read");

function pageOfAssets(
  assets: Asset[],
  alerts: ReadonlyMap<string, AssetAlert[]>,
  query: ListQuery,
): ListPage<AssetRow> {
  const rows = assets.map((asset): AssetRow => ({ ...asset, alerts: alerts.get(asset.assetUuid) ?? [] }));
  return pageOf(rows, query, {
    sorts: {
      name: (asset) => asset.name,
      ticker: (asset) => asset.ticker,
      kind: (asset) => asset.transferRestricted,
      state: (asset) => (asset.isLocked ? 2 : asset.isAuthorized ? 0 : 1),
      registry: (asset) => asset.isRegistered,
      reissuable: (asset) => asset.reissuanceTokenId !== null,
      alerts: ({ alerts: own }) => own.length + MANY * 2 * own.filter(({ isUrgent }) => isUrgent).length,
      precision: (asset) => asset.precision,
    },
    defaultSort: "name",
    search: (asset) => [asset.name, asset.ticker, asset.domain, asset.assetId, asset.assetUuid],
    filters: {
      kind: (asset, value) => asset.transferRestricted === (value === "restricted"),
      state: assetStateMatches,
      registry: (asset, value) => asset.isRegistered === (value === "registered"),
      supply: (asset, value) => (asset.reissuanceTokenId !== null) === (value === "reissuable"),
      attention: (asset, value) => asset.alerts.length > 0 === (value === "yes"),
    },
  });
}

/** What needs a person about one asset, most urgent first; nothing for whom the treasury is none of their business. */
export async function alertsOfAsset(actor: Actor, assetUuid: string): Promise<AssetAlert[]> {
  await authorize(actor, "asset:read", assetUuid);
  return (await alertsByAsset(actor, { assetUuid })).get(assetUuid) ?? [];
}

/** Alerts of the watch and operations that wait for somebody; both are the issuer's. */
async function alertsByAsset(
  actor: Actor,
  where: { assetUuid?: string } = {},
): Promise<Map<string, AssetAlert[]>> {
  const found = new Map<string, AssetAlert[]>();
  if (!seesAlerts(actor)) return found;
  const { workspaceId } = actor;
  const [alerts, operations] = await Promise.all([
    listAlerts(workspaceId, { ...where, states: ["open"], limit: MANY }),
    listOperations(workspaceId, { ...where, state: "open", limit: MANY }),
  ]);
  const add = (assetUuid: string, alert: AssetAlert) => {
    const others = found.get(assetUuid) ?? [];
    found.set(assetUuid, alert.isUrgent ? [alert, ...others] : [...others, alert]);
  };
  for (const { id, assetUuid, kind } of alerts) {
    const { title } = watchText.kinds[kind];
    const href = isOfLostOutputs(kind) ? routes.lostOutputs(assetUuid) : routes.treasury;
    add(assetUuid, { id, title, isUrgent: isBlocking(kind), href });
  }
  for (const { id, kind, assetUuid, problem } of operations) {
    if (problem === null) continue;
    const title = overviewText.alerts.operation(operationsText.kinds[kind]);
    add(assetUuid, { id, title, isUrgent: true, href: routes.operation({ id, kind, assetUuid }) });
  }
  return found;
}

/**
 * Supply and holding accounts of the assets on one page of the list. AMP: GET /assets/{a}/summary for each
 * @throws AppError INVALID_INPUT for more than a page has
 */
export async function readAssetFigures(actor: Actor, assetUuids: string[]): Promise<AssetFiguresByUuid> {
  await authorize(actor, "asset:list");
  if (assetUuids.length > MAX_LIMIT) throw new AppError("INVALID_INPUT", errorsText.invalidInput);
  for (const assetUuid of assetUuids) requireUuid(assetUuid);
  const figures: AssetFiguresByUuid = {};
  await atATime(assetUuids, async (assetUuid) => {
    figures[assetUuid] = await figuresOf(actor, assetUuid);
  });
  return figures;
}

/** One asset that AMP cannot sum up must not hide the others. */
async function figuresOf(actor: Actor, assetUuid: string): Promise<AssetFigures | null> {
  try {
    return await readFigures(actor, assetUuid);
  } catch (error) {
    if (error instanceof AppError && error.code !== "UNAUTHENTICATED") return null;
    throw error;
  }
}

async function readFigures(actor: Actor, assetUuid: string): Promise<AssetFigures> {
  const summary = await getSummary(actor, assetUuid);
  return { supplySats: supplyOf(summary), holders: summary.activeGreenSubaccounts };
}
