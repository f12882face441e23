import type { Actor } from "@/lib/domain/actor";
import type {
  NextStep,
  OverviewAlert,
  OverviewAway,
  OverviewData,
  OverviewWork,
} from "@/lib/domain/overview";
import type { KycAlertRow } from "@/lib/domain/requests";
import { LOW_FEE_SATS } from "@/lib/domain/treasury";
import type { Work } from "@/lib/domain/unfinished-work";
import { unwatchedBy } from "@/lib/domain/watch";
import { isAway } from "@/lib/errors";
import { formatUtc } from "@/lib/format/times";
import { watchText } from "@/lib/messages/watch";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { now } from "@/server/platform/clock";
import { countOperations, type ListedOperation, listOperations } from "@/server/treasury/store";
import { listBooks, type StoredBooks } from "@/server/watch/books-store";
import { findRound, listAlerts, listWatched } from "@/server/watch/store";
import { type AssetFigures, figuresOfAll } from "./asset-figures";
import { type Asset, readableAssets } from "./assets";
import { readNotified } from "./notified";
import { toRow } from "./operations";
import { type Ready, readyBeside } from "./ready-to-send";
import { countOpenRequests, listKycAlerts } from "./requests";
import { readTreasury, type TreasuryState } from "./treasury";
import { listWork } from "./unfinished-work";
import { isWalletWatched, watchedEvery } from "./watch";

/** Assets on the page; figures are over all of them. */
const SHOWN = 24;
/** Operations shown, open ones first. */
const LATEST = 10;
/** Open operations looked through for those that need a person; an asset has one at most. */
const OPEN = 200;
/** Of one kind. */
const STEPS = 3;

/** Since when what is shown is so: a figure may stand while AMP is asked for the next one. */
const oldestOf = (shown: { asOf: Date | null }[]): Date =>
  new Date(Math.min(now().getTime(), ...shown.flatMap(({ asOf }) => asOf?.getTime() ?? [])));

/** The watch looks by a pace of its own. */
const ageOf = (looks: Date[]): string | null =>
  looks.length === 0
    ? null
    : watchText.treasuryAsOf(formatUtc(new Date(Math.min(...looks.map((at) => at.getTime())))));

/** Figures over all assets, what needs a person, and what could be done next. */
export async function readOverview(actor: Actor): Promise<OverviewData> {
  const { assets, unreadable } = await readableAssets(actor);
  const open = readOpen(actor);
  const reading = figuresOfAll(actor, assets, SHOWN);
  const [figures, own, identities, ready] = await Promise.all([
    reading,
    readOwn(actor, assets, open),
    listKycAlerts(actor, OPEN),
    readReady(actor, assets, open, reading),
  ]);
  const { watched } = own;
  const summaryOf = ({ assetUuid }: Asset) => figures.get(assetUuid)?.summary ?? null;
  const known = assets.flatMap((asset) => summaryOf(asset) ?? []);
  const shown = assets.slice(0, SHOWN);
  const looks = shown.map(({ assetUuid }) => watched.find((one) => one.assetUuid === assetUuid));
  return {
    rows: shown.map((asset, at) => ({
      asset,
      summary: summaryOf(asset),
      treasurySats: looks[at]?.figures?.treasurySats ?? null,
    })),
    treasuryAge: ageOf(looks.flatMap((look) => (look?.figures && look.goodAt) ?? [])),
    total: assets.length,
    unreadable,
    holders: known.reduce((sum, { activeGreenSubaccounts }) => sum + activeGreenSubaccounts, 0),
    counted: known.length,
    ...runningOf(own),
    alerts: [
      ...alertsOf(assets, own, identities),
      ...ofBooks(assets, figures, own.books),
      ...withoutWallet(own),
    ],
    steps: stepsOf(own, toDistribute(assets, ready)),
    asOf: oldestOf([...figures.values(), ...ready.values()]),
  };
}

/** What the desk knows by itself, for a page that AMP tells nothing of: no asset is counted then. */
export async function readOverviewAway(actor: Actor): Promise<OverviewAway> {
  const [own, identities] = await Promise.all([
    // Which assets are a manager's, AMP has to tell: of others' work nothing is shown.
    readOwn(actor, may(actor.role, "treasury:read") ? null : []),
    // Whose requests a manager sees, AMP has to tell.
    listKycAlerts(actor, OPEN).catch(noneWhileAway),
  ]);
  const named = own.books.map(({ assetUuid, name }) => ({ assetUuid, name }));
  return {
    ...runningOf(own),
    alerts: [
      ...alertsOf([], own, identities),
      ...ofBooks(named, new Map(), own.books),
      ...withoutWallet(own),
    ],
    steps: stepsOf(own, []),
    watched: own.watched,
  };
}

function noneWhileAway(error: unknown): [] {
  if (isAway(error)) return [];
  throw error;
}

type Own = Awaited<ReturnType<typeof readOwn>>;

/** Operations that are not over; they are the issuer's. */
const readOpen = async ({ role, workspaceId }: Actor): Promise<ListedOperation[]> =>
  may(role, "treasury:read") ? listOperations(workspaceId, { state: "open", limit: OPEN }) : [];

/** What is read without AMP. */
async function readOwn(actor: Actor, assets: Asset[] | null, opened = readOpen(actor)) {
  const isIssuer = may(actor.role, "treasury:read");
  const { workspaceId } = actor;
  const [watched, operations, open, openOperations, alerts, treasury, requests, told, work, books, round] =
    await Promise.all([
      isIssuer ? listWatched(workspaceId) : [],
      isIssuer ? listOperations(workspaceId, { openFirst: true, limit: LATEST }) : [],
      opened,
      isIssuer ? countOperations(workspaceId, { state: "open" }) : 0,
      isIssuer ? listAlerts(workspaceId, { states: ["open"], limit: OPEN }) : [],
      isIssuer ? readWallet(actor) : null,
      countOpenRequests(actor),
      readNotified(actor),
      listWork(actor, assets),
      isIssuer ? listBooks(workspaceId) : [],
      isIssuer ? findRound(workspaceId) : null,
    ]);
  return {
    watched,
    operations,
    open,
    openOperations,
    alerts,
    treasury,
    requests,
    told,
    work,
    books,
    round,
  };
}

/** What the watch would tell is not told while it does not see: that nothing needs a person is not known then. */
function ofRound({ round, treasury }: Own): OverviewAlert[] {
  const hasWallet = treasury !== "none";
  const every = watchedEvery(hasWallet);
  if (every === 0) return []; // nobody is to watch
  // An account without a node is looked at only while its token is good: that nobody did says nothing of the worker.
  const found = unwatchedBy(round, hasWallet ? every : 0, now());
  return found ? [{ kind: "unwatched", ...found }] : [];
}

/** "none": this desk has no node for the account. */
const readWallet = async (actor: Actor): Promise<TreasuryState | Error | "none"> =>
  (await isWalletWatched(actor.workspaceId)) ? readTreasury(actor).catch((error: Error) => error) : "none";

/** One sentence, last of all: nobody has to do anything about it. */
function withoutWallet({ treasury }: Own): OverviewAlert[] {
  if (treasury !== "none") return [];
  const { noWallet: title, noWalletText: detail } = watchText;
  return [{ kind: "work", work: { id: "no-wallet", tone: "info", title, detail, href: routes.treasury } }];
}

/** The wallet as it is now; null where there is none, or it does not answer. */
const answering = (treasury: TreasuryState | Error | "none" | null): TreasuryState | null =>
  treasury === "none" || treasury instanceof Error ? null : treasury;

const runningOf = ({ operations, openOperations, treasury }: Own) => ({
  operations: operations.map(toRow),
  openOperations,
  policySats: answering(treasury)?.policySats ?? null,
});

const stepsOf = ({ requests, told }: Own, toSend: NextStep[]): NextStep[] => [
  ...(requests ? [{ kind: "requests" as const, count: requests }] : []),
  ...toSend,
  ...(told.isTold ? [] : [{ kind: "notifications" as const }]),
];

/** Figures are newer than what the watch has read, and often not there yet. */
function ofBooks(
  assets: Pick<Asset, "assetUuid" | "name">[],
  figures: ReadonlyMap<string, Pick<AssetFigures, "lacking" | "lackingAsOf">>,
  books: StoredBooks[],
): OverviewAlert[] {
  return assets.flatMap((asset): OverviewAlert[] => {
    const stored = books.find(({ assetUuid }) => assetUuid === asset.assetUuid);
    const told = figures.get(asset.assetUuid);
    const lacking = told?.lacking ?? stored?.lacking ?? 0;
    const orders = stored?.orders.length ?? 0;
    const readAt = stored?.booksAt ?? null;
    const lackingAt = told?.lacking == null ? readAt : told.lackingAsOf;
    return [
      ...(orders > 0 ? [{ kind: "foreign-orders" as const, asset, count: orders, asOf: readAt }] : []),
      ...(lacking > 0 ? [{ kind: "blinders" as const, asset, count: lacking, asOf: lackingAt }] : []),
    ];
  });
}

/** Of assets of which something can be sent now, where nothing stands in the way that is seen from here. */
async function readReady(
  actor: Actor,
  assets: Asset[],
  opened: Promise<ListedOperation[]>,
  figures: ReturnType<typeof figuresOfAll>,
): Promise<Map<string, Ready>> {
  if (!may(actor.role, "distribution:run")) return new Map();
  const open = await opened;
  const isFree = (asset: Asset) =>
    asset.isAuthorized && !asset.isLocked && !open.some(({ assetUuid }) => assetUuid === asset.assetUuid);
  return readyBeside(actor, assets.filter(isFree), figures);
}

const toDistribute = (assets: Asset[], ready: ReadonlyMap<string, Ready>): NextStep[] =>
  assets
    .flatMap((asset): NextStep[] => {
      const readySats = ready.get(asset.assetUuid)?.sats ?? 0n;
      return readySats > 0n ? [{ kind: "distribute", asset, readySats }] : [];
    })
    .slice(0, STEPS);

function alertsOf(assets: Asset[], own: Own, identities: KycAlertRow[]): OverviewAlert[] {
  const { open, alerts, treasury, work, told } = own;
  const inWords = (works: OverviewWork[]) => works.map((one): OverviewAlert => ({ kind: "work", work: one }));
  const workAs = (tone: Work["tone"]) => inWords(work.filter((one) => one.tone === tone));
  const wallet = answering(treasury);
  const waiting = open.filter((operation) => operation.problem !== null);
  return [
    ...alerts.map((alert): OverviewAlert => ({ kind: "watch", alert })),
    ...waiting.map((operation): OverviewAlert => ({ kind: "operation", operation: toRow(operation) })),
    ...workAs("danger"),
    ...inWords(told.failing),
    ...ofRound(own),
    ...(treasury instanceof Error ? [{ kind: "node" as const, message: treasury.message }] : []),
    ...(wallet && !wallet.isSynced
      ? [{ kind: "node-behind" as const, blocks: wallet.blocks, headers: wallet.headers }]
      : []),
    ...(wallet && wallet.policySats < LOW_FEE_SATS
      ? [{ kind: "low-fee" as const, policySats: wallet.policySats }]
      : []),
    ...identities.map((request): OverviewAlert => ({ kind: "kyc", request })),
    ...workAs("waiting"),
    ...assets
      .filter((asset) => !asset.isAuthorized)
      .map((asset): OverviewAlert => ({ kind: "unauthorized", asset })),
    ...assets.filter((asset) => asset.isLocked).map((asset): OverviewAlert => ({ kind: "locked", asset })),
  ];
}
