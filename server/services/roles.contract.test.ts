import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { deskNav } from "@/components/shell/desk-nav";
import {
  BY_HAND,
  isByHand,
  MANAGERS_ALONE,
  mayManager,
  OF_AUTHORIZED,
  OWN_ACCOUNT,
  type Seen,
  Visitors,
} from "./testing-oracle";
import { inContract, mayManagerCall } from "./testing-roles";
import { allTargets, type Target, tabsOf } from "./testing-targets";
import { openRolesWorld, type RolesWorld } from "./testing-world";

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("@/server/auth/next-auth", async () => {
  const { visits } = await import("./testing-visits");
  return { readSessionSecret: async () => visits.getStore()?.secret ?? null };
});
vi.mock("@/server/doors/define-action", async (load) => {
  const { defineAction } = await load<typeof import("@/server/doors/define-action")>();
  return {
    defineAction: (schema: z.ZodType, verb: never) => Object.assign(defineAction(schema, verb), { schema }),
  };
});

let world: RolesWorld;
let visitors: Visitors;
let targets: Target[];

beforeAll(async () => {
  world = await openRolesWorld();
  visitors = new Visitors(world.sessions);
  targets = await allTargets(world.known);
}, 60_000);
afterAll(() => world?.close());

const AT_ONCE = 6;

/** @returns a line for each that is not as it should be */
async function flawsOf(find: (target: Target) => Promise<(string | false)[]>): Promise<string[]> {
  const waiting = [...targets];
  const flaws: string[] = [];
  const carry = async () => {
    for (let target = waiting.shift(); target; target = waiting.shift()) {
      const found = await find(target).catch((error: unknown) => [String(error)]);
      for (const flaw of found) if (flaw) flaws.push(`${target.name}: ${flaw}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  return flaws.sort();
}

/** Of all targets; what is recorded tells of the others. */
const MOST_BY_HAND = 74;

/** Whether these two find a batch hangs on what another visit has begun. */
const NOT_THERE = /: decideBatchAction/;

const GRANTS = { manager: () => [world.uuids.granted], ungranted: () => [] as string[] };

/** How a manager's visit differs from what AMP's contract makes of it. */
async function flawsFor(
  target: Target,
  issuer: Seen,
  role: keyof typeof GRANTS,
  assetUuid: string,
): Promise<string[]> {
  const seen = await visitors.see(target, role, assetUuid);
  const granted = GRANTS[role]();
  const which = assetUuid === world.uuids.granted ? "" : " with another asset";
  const sent = seen.calls.filter((call) => !mayManagerCall(call, granted));
  const may = mayManager(target, issuer, granted, assetUuid);
  // What is not there tells nothing about who may see it, and opens for nobody.
  const isThere = issuer.code !== "NOT_FOUND" && !NOT_THERE.test(target.name);
  const isWrong = isThere ? seen.isRefused === may : seen.code === null;
  return [
    ...sent.map((call) => `${role}${which} sends ${inContract(call).endpoint}`),
    ...(isWrong ? [`${role}${which} may${may ? "" : " not"}, and meets ${seen.code ?? "no refusal"}`] : []),
  ];
}

describe("every page, route and action", () => {
  it("is found", () => {
    const count = (kind: Target["kind"]) => targets.filter((target) => target.kind === kind).length;
    expect(count("page")).toBeGreaterThan(50);
    expect(count("route")).toBeGreaterThan(50);
    expect(count("action")).toBeGreaterThan(80);
  });

  it("lets a manager do exactly what AMP's contract lets a manager do", { timeout: 120_000 }, async () => {
    const flaws = await flawsOf(async (target) => {
      const issuer = await visitors.see(target, "issuer", world.uuids.granted);
      if (MANAGERS_ALONE.includes(target.name)) {
        const manager = await visitors.see(target, "manager", world.uuids.granted);
        return [
          issuer.code === null && "an issuer sees it",
          manager.code !== null && `meets ${manager.code}`,
        ];
      }
      const visitsOf = [flawsFor(target, issuer, "manager", world.uuids.granted)];
      if (target.ofAsset) visitsOf.push(flawsFor(target, issuer, "manager", world.uuids.other));
      if (target.ofAsset && target.kind === "page")
        visitsOf.push(flawsFor(target, issuer, "ungranted", world.uuids.granted));
      const found = (await Promise.all(visitsOf)).flat();
      return [issuer.code === "FORBIDDEN" && "an issuer is refused", ...found];
    });
    expect(flaws).toEqual([]);
  });

  it("is judged by hand only where the record of what AMP was asked would tell otherwise", async () => {
    const { granted } = world.uuids;
    const seen = await Promise.all(targets.map((target) => visitors.see(target, "issuer", granted)));
    const judged = (rules: typeof BY_HAND) =>
      targets.map((target, at) => mayManager(target, seen[at] as Seen, [granted], granted, rules)).join();
    const { ends, parts } = BY_HAND;
    const whole = judged(BY_HAND);
    const ofThisWorld = ends.filter((rule) => rule !== OF_AUTHORIZED);
    const without = <Rule>(rules: Rule[], rule: Rule) => rules.filter((one) => one !== rule);
    const needless = [
      ...ofThisWorld.filter((rule) => judged({ ends: without(ends, rule), parts }) === whole),
      ...parts.filter((rule) => judged({ ends, parts: without(parts, rule) }) === whole),
    ];
    expect(needless.map(([name]) => String(name))).toEqual([]);
    expect(targets.filter(isByHand).length).toBeLessThanOrEqual(MOST_BY_HAND);
  });

  it("asks AMP nothing for who is not signed in", { timeout: 60_000 }, async () => {
    const flaws = await flawsOf(async (target) => {
      const { code, calls } = await visitors.see(target, "nobody", world.uuids.granted);
      return [code !== "UNAUTHENTICATED" && `meets ${code}`, ...calls];
    });
    expect(flaws).toEqual([]);
  });
});

/** What the desk keeps for a manager belongs to the manager's own session. */
const MANAGERS_OWN =
  /audit|calls|notices|settings|(user|assignment)-job|users\/imports|assignments\/(batches|jobs)|^\/api\/views$/;

describe("an issuer who looks at the desk as a manager", () => {
  it("opens what the manager opens, of the granted asset alone, and changes nothing", {
    timeout: 60_000,
  }, async () => {
    const flaws = await flawsOf(async (target) => {
      const seen = await visitors.see(target, "preview", world.uuids.granted);
      const sent = seen.calls.filter(
        (call) => !mayManagerCall(call, [world.uuids.granted]) && !OWN_ACCOUNT.test(call),
      );
      if (target.kind === "action" || MANAGERS_OWN.test(target.name))
        return [seen.isRefused ? false : `meets ${seen.code}`, ...sent];
      const other = target.ofAsset && (await visitors.see(target, "preview", world.uuids.other));
      const manager = await visitors.see(target, "manager", world.uuids.granted);
      return [
        seen.code !== manager.code && `meets ${seen.code}, the manager ${manager.code}`,
        other && !other.isRefused && `another asset meets ${other.code}`,
        ...sent,
      ];
    });
    expect(flaws).toEqual([]);
  });
});

describe("what is shown", () => {
  const hrefsOf = (role: "issuer" | "manager") =>
    deskNav(role, "sandbox", 0).flatMap(({ items }) => items.map(({ href }): string => href));
  const isRefused = async (href: string) => {
    const name = href.replace(world.uuids.granted, "[uuid]");
    const target = targets.find((page) => page.name === name);
    if (!target) throw new Error(`${name} is no page.`);
    return (await visitors.see(target, "manager", world.uuids.granted)).isRefused;
  };
  const allowed = async (hrefs: string[]) => {
    const refused = await Promise.all(hrefs.map(isRefused));
    return hrefs.filter((_, at) => !refused[at]);
  };

  it("leads a manager to each page that opens, and to no other", async () => {
    const [issuers] = await visitors.as("issuer", false, () => tabsOf(world.uuids.granted));
    const [managers] = await visitors.as("manager", false, () => tabsOf(world.uuids.granted));
    expect(issuers.length).toBeGreaterThan(managers.length);
    expect(managers).toEqual(await allowed(issuers));
    expect(hrefsOf("manager").sort()).toEqual(
      (await allowed([...new Set([...hrefsOf("issuer"), ...hrefsOf("manager")])])).sort(),
    );
  });
});
