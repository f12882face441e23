import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { OperationState } from "@/lib/domain/operation";
import { figuresOfAll, heldFigures } from "./asset-figures";
import { readOverview, readOverviewAway } from "./overview";

const stored = vi.hoisted(
  () => [] as { id: string; state: OperationState; problem: object | null; facts: object; intent: object }[],
);
const isFinal = (state: OperationState) => ["done", "cancelled", "failed"].includes(state);
vi.mock("@/server/treasury/store", () => ({
  listOperations: async (
    _: string,
    { state: wanted, openFirst, limit }: { state?: string; openFirst?: boolean; limit: number },
  ) => {
    const found = stored.filter(({ state }) => wanted !== "open" || !isFinal(state));
    const ranked = openFirst
      ? found.toSorted((a, b) => Number(isFinal(a.state)) - Number(isFinal(b.state)))
      : found;
    return ranked.slice(0, limit);
  },
  countOperations: async () => stored.filter(({ state }) => !isFinal(state)).length,
}));
const assets = vi.hoisted(() => [] as object[]);
const getSummary = vi.hoisted(() => vi.fn());
vi.mock("./assets", () => ({ readableAssets: async () => ({ assets, unreadable: [] }), getSummary }));
const watched = vi.hoisted(() => [] as object[]);
const findRound = vi.hoisted(() => vi.fn(async (): Promise<object | null> => null));
vi.mock("@/server/watch/store", () => ({
  findRound,
  listAlerts: async () => [],
  listWatched: async () => watched,
}));
const books = vi.hoisted(() => [] as object[]);
vi.mock("@/server/watch/books-store", () => ({ listBooks: async () => books }));
const noticeSettings = vi.hoisted(() => vi.fn(async (): Promise<object | null> => null));
vi.mock("@/server/notices/settings-store", () => ({ findNoticeSettings: noticeSettings }));
const failing = vi.hoisted(() => [] as object[]);
vi.mock("@/server/notices/store", () => ({ failingChannels: async () => failing }));
const identities = vi.hoisted(() => [] as object[]);
vi.mock("./requests", () => ({ listKycAlerts: async () => identities, countOpenRequests: async () => 2 }));
const jobs = vi.hoisted(() => [] as object[]);
const batches = vi.hoisted(() => [] as object[]);
vi.mock("@/server/register/open-jobs-store", () => ({ openJobs: async () => jobs }));
vi.mock("@/server/assigning/open-batches-store", () => ({ openBatchesOfAll: async () => batches }));
const treasury = vi.hoisted(() => ({ policySats: 10_000_000n, isSynced: true }));
vi.mock("./treasury", () => ({ readTreasury: async () => treasury }));
const isWalletWatched = vi.hoisted(() => vi.fn(async () => true));
vi.mock("./watch", () => ({ isWalletWatched, watchedEvery: () => 60 }));
const ready = vi.hoisted(() => new Map<string, bigint>());
const readyAt = new Date(1_000);
const booksAt = new Date(2_000);
const readySum = vi.hoisted(() => vi.fn());
vi.mock("@/server/mirror/open-assignments", () => ({ readySum }));
vi.mock("./blinders", () => ({ countLacking: async (_: Actor, uuid: string) => (uuid === "a-3" ? 2 : 0) }));

const issuer: Actor = {
  workspaceId: "5aff248b-84a7-49a5-8b27-d31a405742f5",
  environment: "sandbox",
  role: "issuer",
  accountName: "issuer",
  personName: "issuer",
};

beforeEach(() => {
  readySum.mockReset();
  readySum.mockImplementation(async (_: Actor, uuid: string) => {
    const sats = ready.get(uuid);
    if (sats === undefined) throw new Error("AMP does not tell");
    return { sats, asOf: readyAt };
  });
});

describe("an account without a node", () => {
  it("is told in one sentence that no wallet is watched, and not that a node is out of order", async () => {
    isWalletWatched.mockResolvedValue(false);
    const shown = await Promise.all([readOverview(issuer), readOverviewAway(issuer)]);
    isWalletWatched.mockResolvedValue(true);
    for (const { alerts, policySats } of shown) {
      expect(alerts.at(-1)).toMatchObject({ kind: "work", work: { id: "no-wallet", tone: "info" } });
      expect(alerts.map(({ kind }) => kind)).not.toContain("node");
      expect(policySats).toBeNull();
    }
    const { alerts } = await readOverview(issuer);
    expect(JSON.stringify(alerts.map((alert) => alert.kind === "work" && alert.work.id))).not.toContain(
      "no-wallet",
    );
  });
});

describe("the overview", () => {
  it("names a stopped distribution however many newer ones there are", async () => {
    for (let id = 0; id < 30; id++)
      stored.push({ id: `done-${id}`, state: "done", problem: null, facts: {}, intent: {} });
    for (let id = 0; id < 12; id++)
      stored.push({ id: `open-${id}`, state: "sent", problem: null, facts: {}, intent: {} });
    stored.push({
      id: "old",
      state: "stopped",
      problem: { message: "Stopped.", mayRetry: true },
      facts: {},
      intent: {},
    });
    const { alerts, operations, openOperations } = await readOverview(issuer);
    expect(alerts).toEqual([
      expect.objectContaining({ kind: "operation", operation: expect.objectContaining({ id: "old" }) }),
    ]);
    expect(operations.every(({ id }) => id.startsWith("open-"))).toBe(true);
    expect([operations.length, openOperations]).toEqual([10, 13]);
  });

  it("tells what stops the treasury before identities that have run out", async () => {
    identities.push({ requestId: "r", kind: "expired" });
    Object.assign(treasury, { policySats: 0n, isSynced: false, blocks: 1, headers: 2 });
    const { alerts } = await readOverview({ ...issuer, workspaceId: "urgent" });
    expect(alerts.map(({ kind }) => kind)).toEqual(["operation", "node-behind", "low-fee", "kyc"]);
    identities.length = 0;
    Object.assign(treasury, { policySats: 10_000_000n, isSynced: true });
  });

  it("names the ways in use by which no message arrives, to those alone whose messages they are", async () => {
    failing.push({ channel: "email", problem: "The mail server did not answer." }, { channel: "webhook" });
    noticeSettings.mockResolvedValue({ isEmailOn: true, isWebhookOn: false });
    const undelivered = async (actor: Actor) => {
      const shown = await Promise.all([readOverview(actor), readOverviewAway(actor)]);
      return shown.map(({ alerts }) =>
        alerts.flatMap((one) =>
          one.kind === "work" && one.work.id.startsWith("undelivered") ? one.work : [],
        ),
      );
    };
    const told = {
      ...{ id: "undelivered-email", tone: "danger", href: "/settings" },
      title: "E-mail: messages could not be delivered",
      detail: expect.stringMatching(/^The mail server did not answer\. What still stands/),
    };
    expect(await undelivered(issuer)).toEqual([[told], [told]]);
    const manager = { userId: 7, name: "Grace" } as unknown as NonNullable<Actor["preview"]>;
    expect(await undelivered({ ...issuer, role: "manager", preview: manager })).toEqual([[], []]);
    failing.length = 0;
    noticeSettings.mockResolvedValue(null);
  });

  it("does not call it quiet while nobody watches the treasury", async () => {
    const told = async (round: object | null) => {
      findRound.mockResolvedValue(round);
      const shown = await Promise.all([readOverview(issuer), readOverviewAway(issuer)]);
      findRound.mockResolvedValue(null);
      const [here, away] = shown.map(({ alerts }) => alerts.filter(({ kind }) => kind === "unwatched"));
      expect(away).toEqual(here);
      return here;
    };
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const good = { lookedAt: ago(1), goodAt: ago(1), problem: null, reason: null };
    const away = { ...good, problem: "AMP is away.", reason: "away" };
    expect(await told(null)).toEqual([]);
    expect(await told(good)).toEqual([]);
    expect(await told({ ...away, goodAt: ago(14) })).toEqual([]);
    const since = ago(16);
    expect(await told({ ...away, goodAt: since })).toEqual([{ kind: "unwatched", reason: "away", since }]);
    const rests = { ...good, lookedAt: since, goodAt: since };
    expect(await told(rests)).toEqual([{ kind: "unwatched", reason: "resting", since }]);
  });

  it("counts over all assets, not the first ones alone, and says what lacks blinders or waits to be sent", async () => {
    stored.length = 0;
    for (let id = 0; id < 40; id++)
      assets.push({ assetUuid: `a-${id}`, name: `Asset ${id}`, isAuthorized: true, isLocked: id === 39 });
    getSummary.mockImplementation(async (_: Actor, uuid: string) => {
      if (uuid === "a-7") throw new Error("AMP is away");
      return {
        activeGreenSubaccounts: 10,
        assigned: ["a-29", "a-30", "a-31", "a-39"].includes(uuid) ? 5n : 0n,
      };
    });
    books.push({
      assetUuid: "a-5",
      booksAt,
      lacking: 2,
      orders: [{ distributionUuid: "d", since: new Date(0) }],
    });
    // Of the one nothing but what is held back is left; of the other it is not known yet.
    ready.set("a-29", 0n).set("a-30", 3n).set("a-39", 5n);
    const { rows, holders, counted, total, alerts, steps, asOf } = await readOverview(issuer);
    expect({ shown: rows.length, holders, counted, total }).toEqual({
      shown: 24,
      holders: 390,
      counted: 39,
      total: 40,
    });
    expect(rows[7]?.summary).toBeNull();
    const asOf3 = heldFigures(issuer, assets as never).get("a-3")?.lackingAsOf;
    expect(alerts).toContainEqual({ kind: "blinders", asset: assets[3], count: 2, asOf: asOf3 });
    expect(alerts).toContainEqual({ kind: "foreign-orders", asset: assets[5], count: 1, asOf: booksAt });
    // Mended since the watch has read it: what was asked for later counts.
    expect(alerts).not.toContainEqual(expect.objectContaining({ kind: "blinders", asset: assets[5] }));
    expect(steps).toEqual([
      { kind: "requests", count: 2 },
      { kind: "distribute", asset: assets[30], readySats: 3n },
      { kind: "notifications" },
    ]);
    // What is locked is not even looked into, and the page is as old as the oldest of what it goes by.
    expect(readySum.mock.calls.map(([, uuid]) => uuid)).toEqual(["a-29", "a-30", "a-31"]);
    expect(asOf).toEqual(readyAt);
  });

  it("is as old as the oldest figure of all that it sums, not of those shown alone", async () => {
    const actor = { ...issuer, workspaceId: "ages", role: "manager" as const };
    getSummary.mockImplementation(async () => ({ activeGreenSubaccounts: 10, assigned: 0n }));
    const began = Date.now();
    const clock = vi.spyOn(Date, "now").mockReturnValue(began);
    const first = (await readOverview(actor)).asOf.getTime();
    clock.mockReturnValue(began + 60_000);
    const { asOf, holders } = await readOverview(actor);
    vi.restoreAllMocks();
    expect(holders).toBe(400);
    expect(
      heldFigures(actor, assets as never)
        .get("a-0")
        ?.asOf?.getTime(),
    ).toBeGreaterThan(first + 30_000);
    expect(asOf.getTime()).toBe(first);
  });

  it("says of what time the treasury's figures are, which the watch has seen", async () => {
    const seen = (assetUuid: string, goodAt: Date | null) => ({
      assetUuid,
      goodAt,
      figures: { treasurySats: 7n },
    });
    watched.push(
      seen("a-1", new Date("2026-03-01T10:05:00Z")),
      seen("a-2", new Date("2026-03-01T10:01:00Z")),
    );
    // Not shown: of no figure that is.
    watched.push(seen("a-39", new Date("2026-03-01T09:00:00Z")));
    expect((await readOverview(issuer)).treasuryAge).toBe("Treasury: by the watch, 2026-03-01 10:01:00 UTC.");
    watched.length = 0;
    expect((await readOverview(issuer)).treasuryAge).toBeNull();
  });

  it("looks into what can be sent while the figures are read anew, and names nothing that is assigned no more", async () => {
    let tell: (summary: object) => void = () => {};
    const told = new Promise<object>((resolve) => (tell = resolve));
    getSummary.mockImplementation(() => told);
    const later = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 10 * 60_000);
    const looking = readOverview(issuer);
    await expect.poll(() => readySum.mock.calls.length, { timeout: 60_000 }).toBe(3);
    tell({ activeGreenSubaccounts: 10, assigned: 0n });
    expect((await looking).steps.map(({ kind }) => kind)).toEqual(["requests", "notifications"]);
    expect(readySum).toHaveBeenCalledTimes(3);
    later.mockRestore();
  });

  it("names lists that a person has to finish, of one's own assets, what is gone at AMP first", async () => {
    const told = { requestedBy: "Ada", problem: null, begunAt: new Date(), hasRowsToDo: true };
    const job = { ...told, kind: "import", assetUuid: null };
    const ofMany = { ...told, kind: "assignments", id: "held", state: "paused" };
    const moved = { createdAt: new Date(0), movedAt: new Date(0) };
    const batch = { kind: "create", personName: "Ada", left: 3, isMissing: false, isStuck: false };
    jobs.push({ ...job, id: "ready", state: "ready" }, { ...job, id: "runs", state: "running" });
    jobs.push({ ...job, id: "empty", state: "ready", hasRowsToDo: false });
    jobs.push({ ...ofMany, assetUuid: "a-1" }, { ...ofMany, assetUuid: "granted no more" });
    batches.push({ ...batch, ...moved, id: "left", assetUuid: "a-1" });
    batches.push({ ...batch, id: "at-work", assetUuid: "a-1", createdAt: new Date(), movedAt: new Date() });
    batches.push({ ...batch, ...moved, id: "not-mine", assetUuid: "granted no more" });
    const gone = { kind: "edit", left: 1, isMissing: true, isStuck: true, movedAt: new Date() };
    batches.push({ ...batch, ...moved, ...gone, id: "gone", assetUuid: "a-2" });
    const seenBy = async (role: Actor["role"]) => {
      const { alerts } = await readOverview({ ...issuer, role, workspaceId: role });
      return alerts.flatMap((alert) => (alert.kind === "work" ? alert.work : []));
    };
    const works = await seenBy("issuer");
    expect(works.map(({ id, tone }) => [id, tone])).toEqual([
      ["gone", "danger"],
      ["left", "waiting"],
      ["ready", "waiting"],
      ["held", "waiting"],
    ]);
    expect(works[3]).toMatchObject({
      title: "Asset 1: Change of many assignments is paused",
      href: "/assets/a-1/assignments/jobs/held",
    });
    expect(works[0]).toMatchObject({
      title: "Asset 2: An assignment was deleted and not made again",
      href: "/assets/a-2/assignments/batches/gone",
    });
    expect(works[2]).toMatchObject({ href: "/users/imports/ready" });
    expect(await seenBy("manager")).toEqual(works);
  });

  it("tells what the desk knows by itself while AMP is away, a manager nothing of assets that may be others'", async () => {
    watched.push({ assetUuid: "a-5", name: "Asset 5", figures: { treasurySats: 7n } });
    const away = await readOverviewAway(issuer);
    expect(away.watched).toEqual(watched);
    expect(away.steps.map(({ kind }) => kind)).toEqual(["requests", "notifications"]);
    const worksOf = ({ alerts }: typeof away) =>
      alerts.flatMap((alert) => (alert.kind === "work" ? alert.work.id : []));
    expect(worksOf(away)).toEqual(expect.arrayContaining(["gone", "left", "ready", "held"]));
    expect(away.alerts).toContainEqual(expect.objectContaining({ kind: "foreign-orders" }));
    const manager = await readOverviewAway({ ...issuer, role: "manager", workspaceId: "manager" });
    expect(worksOf(manager)).toEqual(["ready"]);
    expect(manager.watched).toEqual([]);
  });

  it("shows the last figure with its time while the next one is on its way, and none that AMP refuses", async () => {
    const actor = { ...issuer, workspaceId: "stale" };
    const look = () => figuresOfAll(actor, assets.slice(0, 1) as never, 1, 20);
    const summary = { activeGreenSubaccounts: 10, assigned: 0n };
    getSummary.mockImplementation(async () => summary);
    const first = (await look()).get("a-0");
    expect(first?.summary).toBe(summary);
    vi.spyOn(Date, "now").mockReturnValue((first?.asOf?.getTime() ?? 0) + 60_000);
    let refuse: (reason: Error) => void = () => {};
    getSummary.mockImplementation(() => new Promise((_, reject) => (refuse = reject)));
    expect((await look()).get("a-0")).toEqual(first);
    refuse(new Error("AMP is away"));
    await expect.poll(async () => (await look()).get("a-0")?.summary).toBeNull();
    vi.restoreAllMocks();
  });

  it("does not wait for an AMP that answers slowly", async () => {
    getSummary.mockImplementation(() => new Promise(() => {}));
    const figures = await figuresOfAll({ ...issuer, workspaceId: "slow" }, assets as never, 24, 20);
    expect(figures.get("a-0")).toEqual({ summary: null, lacking: null, asOf: null, lackingAsOf: null });
  });
});
