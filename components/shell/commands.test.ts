import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { LockCard } from "@/components/asset-settings/lock-card";
import { assetTabs } from "@/lib/asset-pages";
import type { MeantAssets } from "@/lib/command";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Role } from "@/lib/domain/actor";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { routes } from "@/lib/routes";
import { commandsMeant, commandsOn } from "./commands";
import { deskNav } from "./desk-nav";
import { GO_LETTERS, newOn } from "./letter-keys";

vi.mock("@/server/actions/assets", () => ({}));
vi.mock("@/components/data/confirm-action", () => ({ ConfirmAction: () => null }));

const UUID = "5aff248b-84a7-49a5-8b27-d31a405742f5";
const hrefs = (pathname: string, role: "issuer" | "manager") =>
  commandsOn(pathname, role).map(({ href }) => href);

describe("commands", () => {
  it("offer a manager what AMP lets managers do, and nothing of an asset elsewhere", () => {
    const anywhere = [
      ...[routes.newUser, routes.importUsers, routes.categoryMatrix],
      ...[routes.eligibilityMatrix, routes.userJobs, routes.calls],
    ];
    expect(hrefs(routes.ownership(UUID), "manager")).toEqual([
      ...[routes.newAssignments(UUID), routes.asset(UUID), routes.activity(UUID), routes.eligibility(UUID)],
      ...[routes.assignments(UUID), routes.utxos(UUID), routes.vesting(UUID)],
      ...anywhere,
    ]);
    expect(hrefs("/assets/new", "manager")).toEqual(anywhere);
  });

  it("offer an issuer what can be done with the asset on the page", () => {
    expect(hrefs(routes.asset(UUID), "issuer")).toEqual(
      expect.arrayContaining([
        routes.distributions(UUID),
        routes.supply(UUID),
        routes.newAsset,
        routes.addCategory,
        routes.addManager,
      ]),
    );
  });

  it("lead to every tab of the asset on the page, and to the pages behind them", () => {
    const tabs = assetTabs("issuer", UUID).map(({ href }) => href);
    expect(tabs).toHaveLength(12);
    expect(tabs).toContain(routes.lostOutputs(UUID));
    const behind = [routes.ownershipDifference, routes.vesting, routes.blinders];
    expect(hrefs(routes.asset(UUID), "issuer")).toEqual(
      expect.arrayContaining([...tabs, ...behind.map((page) => page(UUID))]),
    );
  });

  it("lead to the card that locks", () => {
    const lock = commandsOn(routes.asset(UUID), "issuer").find(({ label }) => label === shortcutsText.lock);
    const card = renderToStaticMarkup(createElement(LockCard, { asset: { assetUuid: UUID } as Asset }));
    expect(card).toContain(`<section id="${lock?.href.split("#")[1]}"`);
  });

  describe("of an asset that the search names", () => {
    const OTHER = "67f8818f-fb48-4500-95e0-fe4f19670f14";
    const others = { id: "others", label: "Another asset…", group: "Assets", href: routes.assets };
    const alpine = { assetUuid: UUID, name: "Alpine", hint: "ALP" };
    const on = { pathname: "/overview", role: "issuer" as Role };
    const offered = (
      meant: Partial<MeantAssets>,
      { query = meant.rest ?? "", ...where } = { ...on, query: "" },
    ) =>
      commandsMeant(
        { assets: [alpine], rest: "", isNamed: true, others: null, ...meant },
        { ...on, ...where, query },
      );
    const leads = (...[meant, where]: Parameters<typeof offered>) =>
      offered(meant, where).map(({ href }) => href);

    it("are those that the other words look for, under its name, from whatever page", () => {
      expect(offered({ rest: "burn" })).toEqual([
        {
          ...{ id: `f0${UUID}`, label: shortcutsText.supply, hint: "ALP", group: "Alpine" },
          href: routes.supply(UUID),
        },
      ]);
      for (const pathname of ["/overview", routes.activity(OTHER)])
        expect(leads({ rest: "lock" }, { ...on, pathname, query: "lock alpine" })).toEqual([
          routes.assetLock(UUID),
        ]);
    });

    it("are all of them where nothing else was typed, each once", () => {
      const all = offered({});
      expect(all.map(({ href }) => href)).toEqual(hrefs(routes.asset(UUID), "issuer").slice(0, all.length));
      expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([20, 20]);
    });

    it("are no more than the person may run", () => {
      const role = "manager" as const;
      expect(leads({ rest: "burn" }, { ...on, role, query: "burn" })).toEqual([]);
      expect(leads({ rest: "new" }, { ...on, role, query: "new" })).toEqual([routes.newAssignments(UUID)]);
    });

    it("are of each of several, and lead to the others", () => {
      const assets = [alpine, { ...alpine, assetUuid: OTHER }];
      expect(leads({ assets, others, rest: "distribute", isNamed: false })).toEqual([
        ...[routes.distributions(UUID), routes.distributions(OTHER), routes.assets],
      ]);
      expect(leads({ assets, others, rest: "bob", isNamed: false })).toEqual([]);
    });

    it("are none on an asset's page, whose own command it is", () => {
      const there = { ...on, pathname: routes.activity(OTHER) };
      expect(leads({ rest: "lock", isNamed: false }, { ...there, query: "lock" })).toEqual([]);
      // A part of the command's own words may be in another asset's name.
      expect(leads({ rest: "lock" }, { ...there, query: shortcutsText.lock })).toEqual([]);
    });
  });

  it("know what is new on a page", () => {
    expect(newOn(routes.assignments(UUID), "manager")).toBe(routes.newAssignments(UUID));
    expect(newOn("/users/5", "manager")).toBe(routes.newUser);
    const made = ["/users/imports", "/categories", "/managers/3", "/treasury"];
    expect(made.map((page) => newOn(page, "issuer"))).toEqual([
      ...[routes.importUsers, routes.addCategory, routes.addManager, routes.sendLbtc],
    ]);
    expect(made.map((page) => newOn(page, "manager"))).toEqual([routes.importUsers, null, null, null]);
    expect([newOn("/assets", "issuer"), newOn("/assets", "manager")]).toEqual([routes.newAsset, null]);
    expect(newOn("/audit", "issuer")).toBeNull();
  });

  it("have a letter for each page of the navigation", () => {
    const pages = deskNav("issuer", "sandbox", 0).flatMap(({ items }) => items.map(({ href }) => href));
    expect(Object.values(GO_LETTERS).sort()).toEqual([...pages].sort());
  });
});
