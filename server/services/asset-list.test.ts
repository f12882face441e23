import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { csvCell, namesCell } from "@/lib/domain/exports";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { alertsOfAsset, listAssets, listEveryAsset, readAssetFigures } from "./asset-list";
import { assetColumns } from "./export-columns";

const known = vi.hoisted(() => ({
  assets: [] as unknown[],
  alerts: [] as unknown[],
  operations: [] as unknown[],
}));
const getSummary = vi.hoisted(() => vi.fn());
const countLacking = vi.hoisted(() => vi.fn());

vi.mock("./assets", async (original) => ({
  requireUuid: (await original<typeof import("./assets")>()).requireUuid,
  allAssets: async () => known.assets,
  readableAssets: async () => ({ assets: known.assets, unreadable: [] }),
  getSummary,
}));
vi.mock("./blinders", () => ({ countLacking }));
vi.mock("@/server/auth/authorize", () => ({ authorize: async () => undefined }));
vi.mock("@/server/auth/amp-session", () => ({ ampAs: async () => undefined }));
vi.mock("@/server/audit/audited", () => ({ audited: async () => undefined }));
vi.mock("@/server/watch/store", () => ({ listAlerts: async () => known.alerts }));
vi.mock("@/server/treasury/store", () => ({ listOperations: async () => known.operations }));

const issuer = { role: "issuer", workspaceId: "w" } as Actor;
const manager = { role: "manager", workspaceId: "w" } as Actor;
const everything = { limit: 50, filters: {} };

const asset = (name: string, more: Partial<Asset> = {}): Asset =>
  ({
    assetUuid: name,
    name,
    ticker: null,
    isLocked: false,
    isAuthorized: true,
    isRegistered: false,
    transferRestricted: true,
    reissuanceTokenId: null,
    precision: 0,
    ...more,
  }) as Asset;

beforeEach(() => {
  known.assets = [
    asset("Bond", { isLocked: true, isAuthorized: false, precision: 2 }),
    asset("Alp", { isRegistered: true, reissuanceTokenId: "ab" }),
    asset("Coin", { transferRestricted: false, precision: 8 }),
  ];
  known.alerts = [];
  known.operations = [];
});

const names = async (query: Partial<typeof everything> & { sort?: string }) =>
  (await listAssets(issuer, { ...everything, ...query })).rows.map((row) => row.name);

describe("the list of assets", () => {
  it.each<[Record<string, string>, string[]]>([
    [{ kind: "tracked" }, ["Coin"]],
    [{ state: "locked" }, ["Bond"]],
    [{ state: "unauthorized" }, ["Bond"]],
    [{ state: "active" }, ["Alp", "Coin"]],
    [{ registry: "registered" }, ["Alp"]],
    [{ supply: "fixed" }, ["Bond", "Coin"]],
    [{ supply: "reissuable", kind: "tracked" }, []],
  ])("is filtered by %o", async (filters, found) => {
    expect(await names({ filters })).toEqual(found);
  });

  it("is sorted by what its heads say", async () => {
    expect(await names({})).toEqual(["Alp", "Bond", "Coin"]);
    expect(await names({ sort: "-precision" })).toEqual(["Coin", "Bond", "Alp"]);
    expect(await names({ sort: "-state" })).toEqual(["Bond", "Alp", "Coin"]);
  });

  it("shows alerts and waiting operations, urgent ones first, to the issuer alone", async () => {
    known.alerts = [
      { id: "1", assetUuid: "Alp", kind: "reorganised" },
      { id: "2", assetUuid: "Alp", kind: "lost" },
    ];
    known.operations = [
      { id: "3", assetUuid: "Bond", kind: "burn", problem: { message: "stuck" } },
      { id: "4", assetUuid: "Coin", kind: "burn", problem: null },
    ];
    const alertsOf = async (actor: Actor) =>
      Object.fromEntries(
        (await listAssets(actor, everything)).rows.map((row) => [row.name, row.alerts.map(({ id }) => id)]),
      );
    expect(await alertsOf(issuer)).toEqual({ Alp: ["2", "1"], Bond: ["3"], Coin: [] });
    expect(await alertsOf(manager)).toEqual({ Alp: [], Bond: [], Coin: [] });
    const hrefs = async (actor: Actor, uuid: string) =>
      (await alertsOfAsset(actor, uuid)).map(({ href }) => href);
    expect(await hrefs(issuer, "Alp")).toEqual([routes.lostOutputs("Alp"), routes.treasury]);
    expect(await hrefs(issuer, "Bond")).toEqual([routes.supplyOperation("Bond", "3")]);
    expect(await hrefs(manager, "Alp")).toEqual([]);
  });
});

describe("what needs attention", () => {
  beforeEach(() => {
    known.alerts = [
      { id: "1", assetUuid: "Alp", kind: "reorganised" },
      { id: "2", assetUuid: "Coin", kind: "lost" },
    ];
  });

  it("can be looked for and stands first by choice", async () => {
    expect(await names({ filters: { attention: "yes" } })).toEqual(["Alp", "Coin"]);
    expect(await names({ filters: { attention: "no" } })).toEqual(["Bond"]);
    expect(await names({ sort: "-alerts" })).toEqual(["Coin", "Alp", "Bond"]);
    expect(await names({ sort: "-reissuable" })).toEqual(["Alp", "Bond", "Coin"]);
  });

  it("is no filter for whom alerts are none of their business", async () => {
    const { rows } = await listAssets(manager, { ...everything, filters: { attention: "yes" } });
    expect(rows).toHaveLength(3);
  });

  it("is in the file, with supply and holders, which is refused rather than short of one", async () => {
    getSummary.mockImplementation(async (_: Actor, assetUuid: string) => {
      if (assetUuid === "Bond") throw new AppError("REJECTED", "no");
      return { issued: 1050n, reissued: 0n, burned: 0n, activeGreenSubaccounts: 2 };
    });
    const { rows } = await listEveryAsset(issuer, everything);
    const cells = (column: string) =>
      rows.map((row) => [row.name, assetColumns.find(({ name }) => name === column)?.read(row)]);
    expect(cells("supply")).toEqual([
      ["Alp", "1050"],
      ["Bond", null],
      ["Coin", "0.00001050"],
    ]);
    expect(cells("holders")).toEqual([
      ["Alp", 2],
      ["Bond", null],
      ["Coin", 2],
    ]);
    const told = rows.map(({ alerts }) => namesCell(alerts.map(({ title }) => title)));
    expect(cells("alerts").map(([, cell]) => cell)).toEqual(told);
    expect(told.map((cell) => csvCell(cell) !== "")).toEqual([true, false, true]);
    getSummary.mockRejectedValue(new AppError("UNAVAILABLE", "away"));
    await expect(listEveryAsset(issuer, everything)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("what AMP tells of one asset at a time", () => {
  /** Each its own, for the desk keeps what it was told. */
  const someone = (role: "issuer" | "manager" = "issuer") =>
    ({ role, workspaceId: crypto.randomUUID() }) as Actor;
  const sum = (issued: bigint, activeGreenSubaccounts: number) => ({
    issued,
    reissued: 0n,
    burned: 0n,
    activeGreenSubaccounts,
  });
  const look = (query: { sort?: string; filters?: Record<string, string> }, actor = someone()) =>
    listAssets(actor, { ...everything, ...query });
  const order = async (sort: string) => (await look({ sort })).rows.map(({ name }) => name);

  beforeEach(() => {
    known.assets = [
      asset("Unknown"),
      asset("Cents", { precision: 2 }),
      asset("Most", { precision: 0 }),
      asset("Least", { precision: 8 }),
    ];
    const sums: Record<string, object> = {
      // More than a float tells apart, and more sats for a smaller supply.
      Cents: sum(900_719_925_474_099_300n, 1),
      Most: sum(9_007_199_254_740_994n, 0),
      Least: sum(900_719_925_474_099_300_000_000n - 1n, 7),
    };
    getSummary.mockImplementation(async (_: Actor, uuid: string) => {
      if (!sums[uuid]) throw new AppError("REJECTED", "no");
      return sums[uuid];
    });
    countLacking.mockImplementation(async (_: Actor, uuid: string) => {
      if (uuid === "Unknown") throw new AppError("REJECTED", "no");
      return uuid === "Most" ? 2 : 0;
    });
  });

  it("orders the list exactly, what is not known last both ways", async () => {
    expect(await order("-supply")).toEqual(["Most", "Cents", "Least", "Unknown"]);
    expect(await order("supply")).toEqual(["Least", "Cents", "Most", "Unknown"]);
    expect(await order("-holders")).toEqual(["Least", "Cents", "Most", "Unknown"]);
    expect(await order("holders")).toEqual(["Most", "Cents", "Least", "Unknown"]);
  });

  it("is shown as it ordered the list, never as nought, and as old as it is", async () => {
    const { rows, unknown } = await look({ sort: "holders" });
    expect(rows.map(({ figures }) => figures?.holders ?? null)).toEqual([0, 1, 7, null]);
    expect(unknown).toBe(1);
    const actor = someone();
    await look({ sort: "holders" }, actor);
    const read = Date.now();
    await new Promise((passed) => setTimeout(passed, 20));
    expect((await look({ sort: "holders" }, actor)).freshness.asOf.getTime()).toBeLessThanOrEqual(read);
    expect((await look({})).rows[0]?.figures).toBeUndefined();
  });

  it("finds where blinders are missing, and says of how many it does not know", async () => {
    const find = async (blinders: string) => {
      const { rows, unknown } = await look({ filters: { blinders } });
      return [rows.map(({ name }) => name), unknown];
    };
    expect(await find("missing")).toEqual([["Most"], 1]);
    expect(await find("complete")).toEqual([["Cents", "Least"], 1]);
    expect(await find("unknown")).toEqual([["Unknown"], 1]);
    expect((await look({ filters: { blinders: "missing" } }, someone("manager"))).rows).toHaveLength(4);
  });

  it("orders and narrows the file as it does the list", async () => {
    const file = async (query: { sort?: string; filters?: Record<string, string> }) =>
      (await listEveryAsset(someone(), { ...everything, ...query })).rows.map(({ name }) => name);
    for (const sort of ["supply", "-supply", "holders", "-holders"]) {
      expect(await file({ sort })).toEqual(await order(sort));
    }
    expect(await file({ filters: { blinders: "missing" } })).toEqual(["Most"]);
    countLacking.mockRejectedValue(new AppError("UNAVAILABLE", "away"));
    await expect(file({ filters: { blinders: "missing" } })).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("the figures of a page of assets", () => {
  const uuids = Array.from(
    { length: 20 },
    (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
  );

  it("come one by one, and one that cannot be read hides no other", async () => {
    let running = 0;
    let most = 0;
    getSummary.mockImplementation(async (_: Actor, assetUuid: string) => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running -= 1;
      if (assetUuid === uuids[3]) throw new AppError("REJECTED", "no");
      return { issued: 10n, reissued: 5n, burned: 1n, activeGreenSubaccounts: 2 };
    });
    const figures = await readAssetFigures(issuer, uuids);
    expect(Object.keys(figures)).toHaveLength(20);
    expect(figures[uuids[0] ?? ""]).toEqual({ supplySats: 14n, holders: 2 });
    expect(figures[uuids[3] ?? ""]).toBeNull();
    expect(most).toBeLessThanOrEqual(8);
  });

  it("are not read for what is no uuid, nor for more than a page", async () => {
    await expect(readAssetFigures(issuer, ["../managers"])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(readAssetFigures(issuer, Array(201).fill(uuids[0]))).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});
