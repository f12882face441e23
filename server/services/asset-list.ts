import type { AssetSummary } from "@/lib/contracts/amp/summary";
import { type Freshness, type ListPage, type ListQuery, MAX_LIMIT, oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type {
  AssetAlert,
  AssetFigures,
  AssetFiguresByUuid,
  AssetRow,
  AssetsPage,
  BLINDERS_FILTERS,
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
import { figuresOfAll, heldFigures, type AssetFigures as KeptFigures } from "./asset-figures";
import { allAssets, getSummary, requireUuid } from "./assets";
import { countLacking } from "./blinders";
import { pageOf } from "./list";
import { type ShownAssets, shownAssets } from "./shown-assets";

/** Open alerts and operations that are looked through; nobody has as many. */
const MANY = 500;
/** Of the figures an order needs, so many are read again at each look. */
const READ_EACH_TIME = 24;

/**
 * The assets a person may see, with what needs a person about each. What only AMP's figures of all of them tell, as the
 * order by supply, is read from those that the desk keeps, and the list is as old as the oldest of these.
 */
export async function listAssets(actor: Actor, asked: ListQuery): Promise<AssetsPage> {
  const [{ assets, unreadable, old }, alerts] = await Promise.all([shownAssets(actor), alertsByAsset(actor)]);
  const query = { ...asked, filters: filtersOf(actor, asked) };
  const bare = assets.map((asset): AssetRow => ({ ...asset, alerts: alerts.get(asset.assetUuid) ?? [] }));
  const needs = needsOf(query);
  if (old) return oldPage(actor, bare, query, old);
  if (!needs.figures && !needs.lacking) return { ...pageOfAssets(bare, query), unreadable, unknown: 0 };
  const kept = await figuresOfAll(actor, assets, READ_EACH_TIME);
  const rows = bare.map((row) => withKept(row, kept.get(row.assetUuid), needs));
  const page = pageOfAssets(rows, query);
  return {
    ...page,
    freshness: oldestOf([page.freshness, ...agesOf(kept, needs)]),
    unreadable,
    unknown: countUnknown(rows, query, needs),
  };
}

const agesOf = (kept: Map<string, KeptFigures>, needs: Needs): Freshness[] =>
  [...kept.values()]
    .flatMap(({ asOf, lackingAsOf }) => [needs.figures ? asOf : null, needs.lacking ? lackingAsOf : null])
    .flatMap((asOf): Freshness[] => (asOf ? [{ asOf, source: "amp" }] : []));

/** While AMP is away: with the figures that the desk has, for nothing is asked. */
function oldPage(
  actor: Actor,
  bare: AssetRow[],
  query: ListQuery,
  { toldAt, failure }: NonNullable<ShownAssets["old"]>,
): AssetsPage {
  const needs = { ...needsOf(query), figures: true };
  const kept = heldFigures(actor, bare);
  const rows = bare.map((row) => withKept(row, kept.get(row.assetUuid), needs));
  const told: Freshness = { asOf: toldAt, source: "mirror", failure };
  return {
    ...pageOfAssets(rows, query),
    freshness: oldestOf([told, ...agesOf(kept, needs)]),
    unreadable: [],
    unknown: countUnknown(rows, query, needsOf(query)),
  };
}

/** What of AMP's figures a search for assets cannot do without. */
interface Needs {
  figures: boolean;
  lacking: boolean;
}

const needsOf = ({ sort = "", filters }: ListQuery): Needs => ({
  figures: /^-?(supply|holders)$/.test(sort),
  lacking: filters.blinders !== undefined,
});

const withKept = (row: AssetRow, kept: KeptFigures | undefined, needs: Needs): AssetRow => ({
  ...row,
  ...(needs.figures ? { figures: kept?.summary ? toFigures(kept.summary) : null } : {}),
  ...(needs.lacking ? { lacking: kept?.lacking ?? null } : {}),
});

/** Whoever looks for missing blinders has to know of how many assets nobody could say. */
function countUnknown(rows: AssetRow[], { filters, q }: ListQuery, needs: Needs): number {
  const { blinders: _blinders, ...others } = filters;
  const found = pageOfAssets(rows, { ...(q ? { q } : {}), filters: others, limit: rows.length }).rows;
  return found.filter(
    ({ figures, lacking }) => (needs.figures && figures === null) || (needs.lacking && lacking === null),
  ).length;
}

/**
 * The same for a file, in which none may be missing, with the figures: AMP is asked for each, and the desk's own are not
 * used. AMP: GET /assets/{a}/summary; for the filter by blinders as `countLacking`
 * @throws AppError UNAVAILABLE rather than to leave a figure out
 */
export async function listEveryAsset(actor: Actor, asked: ListQuery): Promise<ListPage<ExportedAsset>> {
  const [assets, alerts] = await Promise.all([allAssets(actor), alertsByAsset(actor)]);
  const query = { ...asked, filters: filtersOf(actor, asked) };
  const { blinders, ...others } = query.filters;
  const bare = assets.map((asset): AssetRow => ({ ...asset, alerts: alerts.get(asset.assetUuid) ?? [] }));
  const found = pageOfAssets(bare, { ...query, filters: others, limit: bare.length }).rows;
  const known = new Map<string, Pick<ExportedAsset, "figures" | "lacking">>();
  await atATime(found, async ({ assetUuid }) => {
    const figures = await readFigures(actor, assetUuid).catch(noneWhenRefused);
    const lacking = blinders ? await countLacking(actor, assetUuid).catch(noneWhenRefused) : null;
    known.set(assetUuid, { figures, ...(blinders ? { lacking } : {}) });
  });
  const rows = found.map((row): ExportedAsset => ({ ...row, figures: null, ...known.get(row.assetUuid) }));
  return pageOfAssets(rows, query);
}

/** Whoever sees no alerts, or no blinders, does not find by them. */
function filtersOf(
  { role }: Actor,
  { filters: { attention, blinders, ...others } }: ListQuery,
): ListQuery["filters"] {
  return {
    ...others,
    ...(attention !== undefined && may(role, "treasury:read") ? { attention } : {}),
    ...(blinders !== undefined && may(role, "blinders:run") ? { blinders } : {}),
  };
}

function pageOfAssets<Row extends AssetRow>(rows: Row[], query: ListQuery): ListPage<Row> {
  const finest = Math.max(0, ...rows.map(({ precision }) => precision));
  return pageOf(rows, query, {
    sorts: {
      name: (asset) => asset.name,
      ticker: (asset) => asset.ticker,
      kind: (asset) => asset.transferRestricted,
      state: (asset) => (asset.isLocked ? 2 : asset.isAuthorized ? 0 : 1),
      registry: (asset) => asset.isRegistered,
      reissuable: (asset) => asset.reissuanceTokenId !== null,
      // In the unit that is shown, exactly: assets of different precision stand in the order of what one reads.
      supply: ({ figures, precision }) =>
        figures ? figures.supplySats * 10n ** BigInt(finest - precision) : null,
      holders: ({ figures }) => figures?.holders ?? null,
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
      blinders: ({ lacking }, value) => blindersOf(lacking ?? null) === value,
    },
  });
}

const blindersOf = (lacking: number | null): (typeof BLINDERS_FILTERS)[number] =>
  lacking === null ? "unknown" : lacking > 0 ? "missing" : "complete";

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
  if (!may(actor.role, "treasury:read")) return found;
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
  return toFigures(await getSummary(actor, assetUuid));
}

const toFigures = (summary: AssetSummary): AssetFigures => ({
  supplySats: supplyOf(summary),
  holders: summary.activeGreenSubaccounts,
});
