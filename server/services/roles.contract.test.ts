import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { deskNav } from "@/components/shell/desk-nav";
import type { Actor } from "@/lib/domain/actor";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { signIn as enterAmp, issue, newGaid } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { startPreview } from "./preview";
import { signIn } from "./sign-in";
import { inContract, mayManagerCall } from "./testing-roles";
import { allTargets, type Known, type Target, tabsOf } from "./testing-targets";
import { type Visit, visits, watchCalls } from "./testing-visits";

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

let sandbox: TestSandbox;
let desk: TestDesk;
let stopWatching: () => void;
let targets: Target[];
const sessions = { issuer: "", manager: "", ungranted: "", preview: "" };
const uuids = { granted: "", other: "" };

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk({ ...sandboxEnv(sandbox.url), SANDBOX_CONTROL_URL: `${sandbox.url}/control` });
  const known = await fill();
  for (const username of ["issuer", "manager", "ungranted"] as const) {
    const password = `${username}-password`;
    sessions[username] = await signIn({ environment: "sandbox", method: "password", username, password });
  }
  const account = { username: "issuer", password: "issuer-password" };
  sessions.preview = await signIn({ environment: "sandbox", method: "password", ...account });
  const issuer = (await findActor(sessions.preview)) as Actor;
  await startPreview(issuer, sessions.preview, known.manager);
  stopWatching = watchCalls(sandbox.url);
  targets = await allTargets(known);
}, 60_000);
afterAll(async () => {
  stopWatching?.();
  await desk?.close();
  await sandbox?.stop();
});

/** Two assets, one of them granted to one of two managers, and one of everything else. */
async function fill(): Promise<Known> {
  const amp = await enterAmp(sandbox, "issuer");
  for (const name of ["granted", "other"] as const)
    uuids[name] = (await issue(sandbox, amp, { name: `Asset ${name}` })).asset_uuid;
  await sandbox.world.write(({ ledger }) => ledger.mine(3));
  const gaid = await newGaid(sandbox);
  const txs = await amp.get(`/assets/${uuids.granted}/txs`);
  const category = await amp.post("/categories/add", { name: "KYC", description: "" });
  const user = await amp.post("/registered_users/add", { name: "Ada", GAID: gaid, is_company: false });
  const [manager] = (await amp.get("/managers")).body;
  for (const uuid of manager.assets) await amp.put(`/managers/${manager.id}/assets/${uuid}/remove`);
  await amp.put(`/managers/${manager.id}/assets/${uuids.granted}/add`);
  const account = { username: "ungranted", password: "ungranted-password" };
  const ungranted = await amp.post("/managers/create", account);
  await amp.put(`/managers/${ungranted.body.id}/unlock`);
  return {
    gaid,
    txid: txs.body[0].txid,
    category: category.body.id,
    user: user.body.id,
    manager: manager.id,
  };
}

interface Seen {
  code: string | null;
  calls: string[];
  /** Turned away, as opposed to let in and failing later. */
  isRefused: boolean;
}

type Role = keyof typeof sessions | "nobody";

async function as<T>(role: Role, isDeed: boolean, work: () => Promise<T>): Promise<[T, Visit]> {
  const secret = role === "nobody" ? null : sessions[role];
  const visit: Visit = { secret, isDeed, calls: [], failures: [] };
  return [await visits.run(visit, work), visit];
}

const seenBefore = new Map<string, Promise<Seen>>();

/** One visit for all tests that ask about it. */
function see(target: Target, role: Role, assetUuid: string): Promise<Seen> {
  const key = [target.name, role, assetUuid].join(" ");
  const seen = seenBefore.get(key) ?? visitOf(target, role, assetUuid);
  seenBefore.set(key, seen);
  return seen;
}

async function visitOf(target: Target, role: Role, assetUuid: string): Promise<Seen> {
  const [code, { calls }] = await as(role, target.kind === "action", () => target.visit(assetUuid));
  const isUnasked = calls.every((call) => OWN_ACCOUNT.test(call));
  const isRefused = code === "FORBIDDEN" || code === "UNAUTHENTICATED" || (code === "NOT_FOUND" && isUnasked);
  return { code, calls, isRefused };
}

/** How a manager's grants are asked for; in a preview, by the issuer. */
const OWN_ACCOUNT = /^GET \/managers\/(me|\d+)$/;

/** What AMP knows nothing of: the issuer's treasury, notices, and the sandbox's knobs. */
const ISSUERS_OWN = /^(\/api)?\/(sandbox|treasury)|^(sandbox|treasury|wallet-lock|watch|lbtc|notices)\b/;

const CATEGORY_USER = "PUT /categories/{categoryId}/registered_users/{registeredUserId}/add";
/**
 * What it ends in, for what only prepares a call of AMP, leaves it to the worker, or reads it from the desk's copy; the
 * first that fits. Of everything else it is recorded what AMP is asked for an issuer.
 */
const ENDS_IN: [RegExp, string][] = [
  [/lock-impact/, "PUT /assets/{assetUuid}/lock"],
  [/assets\/new|^assets: (issueAsset|newIssuance)/, "POST /assets/issue"],
  [/authorizeAsset/, "GET /assets/{assetUuid}/register-authorized"],
  [/DomainProof/, "GET /assets/{assetUuid}/register"],
  [/\/rules|tryEndpoint/, "PUT /assets/{assetUuid}/edit"],
  [/addTreasuryAddresses/, "POST /assets/{assetUuid}/treasury-addresses/add"],
  [/setBlacklisted/, "POST /assets/{assetUuid}/utxos/blacklist"],
  [/blinders/i, "POST /assets/{assetUuid}/update-blinders"],
  [/distribution|by-hand: (adopt|startD)|\/operations/i, "GET /assets/{assetUuid}/distributions/create/"],
  [/supply/i, "POST /assets/{assetUuid}/reissue-request"],
  [/transactions|\/issuance|ownership\/(check|diff)|changes|readHistoryAgain/, "GET /assets/{assetUuid}/txs"],
  [/ownership|owners/i, "GET /assets/{assetUuid}/ownerships"],
  [/\/gaids$/, "GET /gaids/{gaid}/registered_user"],
  [/impact/, "PUT /categories/{categoryId}/assets/{assetUuid}/add"],
  [/deletion/, "DELETE /categories/{categoryId}/delete"],
  [/membership$|Matrix|users\/bulk|startBulk|: (archive|restore)User/, CATEGORY_USER],
  [/^portal-settings/, "GET /managers"],
];

/** Parts of a page that it leaves out for who may not see them. */
const PARTS: [RegExp, RegExp][] = [
  [/^\/assets\/\[uuid\]$/, /\/txs|\/memo$|\/treasury-addresses$/],
  // What is free: issuers' pages add it up from the owners' copy, managers' from the balance.
  [/^\/assets\/\[uuid\]\/assignments(\/new)?$/, /\/ownerships$/],
  [/^(\/api)?\/overview|^\/settings$|^\/api\/search$/, /./],
];
/** A manager's own list of assets comes from its own account. */
const ASSETS = "GET /assets/";

function mayManager(target: Target, issuer: Seen, granted: string[], assetUuid: string): boolean {
  if (ISSUERS_OWN.test(target.name)) return false;
  if (target.ofAsset && !granted.includes(assetUuid)) return false;
  const [, end] = ENDS_IN.find(([name]) => name.test(target.name)) ?? [];
  const needed = end ? [end.replace("{assetUuid}", assetUuid)] : issuer.calls;
  return needed
    .filter((call) => call !== ASSETS)
    .filter((call) => !PARTS.some(([name, part]) => name.test(target.name) && part.test(call)))
    .every((call) => mayManagerCall(call, granted));
}

/** Stands on `GET /managers/me`, which AMP answers managers alone. */
const MANAGERS_PAGE = "/access";

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

/** Whether these two find a batch hangs on what another visit has begun. */
const NOT_THERE = /: (carry|decide)BatchAction/;

const GRANTS = { manager: () => [uuids.granted], ungranted: () => [] as string[] };

/** How a manager's visit differs from what AMP's contract makes of it. */
async function flawsFor(
  target: Target,
  issuer: Seen,
  role: keyof typeof GRANTS,
  assetUuid: string,
): Promise<string[]> {
  const seen = await see(target, role, assetUuid);
  const granted = GRANTS[role]();
  const which = assetUuid === uuids.granted ? "" : " with another asset";
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
      const issuer = await see(target, "issuer", uuids.granted);
      if (target.name === MANAGERS_PAGE) {
        const manager = await see(target, "manager", uuids.granted);
        return [
          issuer.code === null && "an issuer sees it",
          manager.code !== null && `meets ${manager.code}`,
        ];
      }
      const visitsOf = [flawsFor(target, issuer, "manager", uuids.granted)];
      if (target.ofAsset) visitsOf.push(flawsFor(target, issuer, "manager", uuids.other));
      if (target.ofAsset && target.kind === "page")
        visitsOf.push(flawsFor(target, issuer, "ungranted", uuids.granted));
      const found = (await Promise.all(visitsOf)).flat();
      return [issuer.code === "FORBIDDEN" && "an issuer is refused", ...found];
    });
    expect(flaws).toEqual([]);
  });

  it("asks AMP nothing for who is not signed in", { timeout: 60_000 }, async () => {
    const flaws = await flawsOf(async (target) => {
      const { code, calls } = await see(target, "nobody", uuids.granted);
      return [code !== "UNAUTHENTICATED" && `meets ${code}`, ...calls];
    });
    expect(flaws).toEqual([]);
  });
});

/** What the desk keeps for a manager belongs to the manager's own session. */
const MANAGERS_OWN = /audit|calls|settings|^\/api\/views$/;

describe("an issuer who looks at the desk as a manager", () => {
  it("opens what the manager opens, of the granted asset alone, and changes nothing", {
    timeout: 60_000,
  }, async () => {
    const flaws = await flawsOf(async (target) => {
      const seen = await see(target, "preview", uuids.granted);
      const sent = seen.calls.filter(
        (call) => !mayManagerCall(call, [uuids.granted]) && !OWN_ACCOUNT.test(call),
      );
      if (target.kind === "action" || MANAGERS_OWN.test(target.name))
        return [seen.isRefused ? false : `meets ${seen.code}`, ...sent];
      const other = target.ofAsset && (await see(target, "preview", uuids.other));
      const manager = await see(target, "manager", uuids.granted);
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
    const name = href.replace(uuids.granted, "[uuid]");
    const target = targets.find((page) => page.name === name);
    if (!target) throw new Error(`${name} is no page.`);
    return (await see(target, "manager", uuids.granted)).isRefused;
  };
  const allowed = async (hrefs: string[]) => {
    const refused = await Promise.all(hrefs.map(isRefused));
    return hrefs.filter((_, at) => !refused[at]);
  };

  it("leads a manager to each page that opens, and to no other", async () => {
    const [issuers] = await as("issuer", false, () => tabsOf(uuids.granted));
    const [managers] = await as("manager", false, () => tabsOf(uuids.granted));
    expect(issuers.length).toBeGreaterThan(managers.length);
    expect(managers).toEqual(await allowed(issuers));
    expect(hrefsOf("manager").sort()).toEqual(
      (await allowed([...new Set([...hrefsOf("issuer"), ...hrefsOf("manager")])])).sort(),
    );
  });
});
