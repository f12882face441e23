import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commandsOn } from "@/components/shell/commands";
import { fillPages } from "./testing-fill";
import { isSame, type Link, linkOf } from "./testing-links";
import { mayManager, Visitors } from "./testing-oracle";
import { mayManagerCall } from "./testing-roles";
import { draw, drawnActions, type Shown } from "./testing-shown";
import { allTargets, pagesOf, type Target } from "./testing-targets";
import { openRolesWorld, type RolesWorld, type SignedIn } from "./testing-world";

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("next/navigation", async (load) => {
  const { looks } = await import("./testing-shown");
  const router = { push() {}, replace() {}, refresh() {}, prefetch() {} };
  return {
    ...(await load<object>()),
    usePathname: () => looks.getStore()?.pathname,
    useRouter: () => router,
    useSearchParams: () => new URLSearchParams(),
  };
});
vi.mock("@/server/auth/next-auth", async () => {
  const { visits } = await import("./testing-visits");
  return { readSessionSecret: async () => visits.getStore()?.secret ?? null };
});
vi.mock("@/server/doors/define-action", async (load) => {
  const { defineAction } = await load<typeof import("@/server/doors/define-action")>();
  return {
    defineAction: (schema: never, verb: never) => Object.assign(defineAction(schema, verb), { schema }),
  };
});
vi.mock("@/server/doors/page-data", async (load) => {
  const { withFailures } = await import("./testing-visits");
  const { pageData } = await load<typeof import("@/server/doors/page-data")>();
  return { pageData: withFailures(pageData) };
});
vi.mock("react/jsx-dev-runtime", async (load) => {
  const { noting } = await import("./testing-shown");
  return noting(await load<Parameters<typeof noting>[0]>());
});
// The browser alone puts something elsewhere on the page.
vi.mock("react-dom", async (load) => ({
  ...(await load<object>()),
  createPortal: (children: unknown) => children,
}));
vi.stubGlobal("document", { body: null });
vi.mock("@/components/ui/toaster", () => ({ Toaster: () => null }));
// What a person meets after a click, a choice or a moment is on the page at once.
vi.mock("@/components/ui/use-lazy", async () => (await import("./testing-opened")).lazy);
vi.mock("@/components/ui/dialog-button", async () => (await import("./testing-opened")).dialogButton);
vi.mock("@/components/data/use-selection", async () => (await import("./testing-opened")).selection);
vi.mock("@/components/users/use-selection", async () => (await import("./testing-opened")).userSelection);
vi.mock("@/components/categories/matrix/use-queue", async () => (await import("./testing-opened")).queue);
vi.mock("@tanstack/react-query", async (load) => ({
  ...(await load<object>()),
  ...(await import("./testing-opened")).query,
}));
vi.mock("@/components/data/get-json", async (load) => ({
  ...(await load<object>()),
  ...(await import("./testing-opened")).reading,
}));

/** A page as somebody sees it, about one asset or about none. */
interface Look extends Shown {
  page: string;
  viewer: SignedIn;
  pathname: string;
  assetUuid: string;
}

let world: RolesWorld;
let visitors: Visitors;
let targets: Target[];
let drawn: Look[];

beforeAll(async () => {
  world = await openRolesWorld("tutorial");
  visitors = new Visitors(world.sessions);
  // Before anything else is visited: what actions are tried on would be on the pages.
  drawn = await drawAll();
  targets = await allTargets(world.known);
}, 240_000);
afterAll(() => world?.close());

const AT_ONCE = 6;

/** Every page for the issuer and the manager; what is of no asset for a manager without one; the pages of an asset that was not granted. */
async function drawAll(): Promise<Look[]> {
  const knownTo = await fillPages(world);
  const { granted, other } = world.uuids;
  const looks: [SignedIn, string][] = [
    ["issuer", granted],
    ["manager", granted],
    ["ungranted", granted],
    ["manager", other],
  ];
  const isOfAsset = (name: string) => name.startsWith("/assets/[uuid]");
  const waiting = looks.flatMap(([viewer, assetUuid]) =>
    pagesOf(knownTo(viewer))
      .filter(({ name }) =>
        viewer === "ungranted" ? !isOfAsset(name) : assetUuid === granted || isOfAsset(name),
      )
      .map((page) => ({ ...page, viewer, assetUuid })),
  );
  const done: Look[] = [];
  const carry = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { file, name: page, paramsFor, viewer, assetUuid } = next;
      const params = paramsFor(assetUuid);
      const pathname = page.replace(/\[(\w+)\]/g, (_, key) => params[key] ?? "");
      const [shown] = await visitors.as(viewer, false, () => draw(file, pathname, params));
      done.push({ ...shown, page, viewer, pathname, assetUuid });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  return done.sort((one, other) => one.page.localeCompare(other.page, "en"));
}

const grantedTo = (viewer: SignedIn) => (viewer === "manager" ? [world.uuids.granted] : []);

/** The issuer's look at the same page. */
function issuersLook({ page }: Look): Look {
  const found = drawn.find((look) => look.viewer === "issuer" && look.page === page);
  if (!found) throw new Error(`No issuer looked at ${page}.`);
  return found;
}

const managers = () => drawn.filter(({ viewer }) => viewer !== "issuer");

/** Whether it should have all that the issuer's has and a manager may. */
const isWhole = ({ isOpen, viewer, page }: Look) =>
  isOpen && !(viewer === NOTHING_THERE.viewer && page === NOTHING_THERE.page);

/** Lets in whom it lets in without a word to AMP about anything but the own session. */
const OWN_SESSION = /^(session: (signOut|endPreview)|account: end(Other)?Session)/;
/** What no visit tries, because it would end the sessions of these visits. */
const UNTRIED: [RegExp, string][] = [
  [/startPreview/, "GET /managers/{managerId}"],
  [/changePassword/, "POST /user/change-password"],
  [/refreshToken/, "GET /user/refresh-token"],
];

async function mayDo(action: string, viewer: SignedIn, assetUuid: string): Promise<boolean> {
  if (OWN_SESSION.test(action)) return true;
  const granted = grantedTo(viewer);
  const [, untried] = UNTRIED.find(([name]) => name.test(action)) ?? [];
  if (untried) return mayManagerCall(untried, granted);
  const target = targets.find(({ name }) => name === action);
  if (!target) throw new Error(`${action} is no action.`);
  const issuer = await visitors.see(target, "issuer", world.uuids.granted);
  return mayManager(target, issuer, granted, assetUuid);
}

const linksOf = ({ hrefs, assetUuid }: Look): Link[] =>
  hrefs.flatMap((href) => linkOf(targets, href, assetUuid) ?? []);

async function opensFor({ target, params, assetUuid, action }: Link, viewer: SignedIn): Promise<boolean> {
  const { isRefused } = target.open
    ? await visitors.follow(target, viewer, params)
    : await visitors.see(target, viewer, assetUuid);
  return !isRefused && (action === undefined || mayDo(action, viewer, assetUuid));
}

/** A line for each look in which something is not as it should be. */
async function flawsOf(find: (look: Look) => Promise<string[]>): Promise<string[]> {
  const found = await Promise.all(
    managers().map(async (look) => {
      const which = look.assetUuid === world.uuids.granted ? "" : " of another asset";
      return (await find(look)).map((flaw) => `${look.page}${which}: ${look.viewer} ${flaw}`);
    }),
  );
  return [...new Set(found.flat())].sort();
}

async function chosen<T>(all: readonly T[], test: (one: T) => Promise<boolean>): Promise<T[]> {
  const results = await Promise.all(all.map(test));
  return all.filter((_, at) => results[at]);
}

/**
 * Shown after a worker's work, after days, to who looks at the desk as a manager, when a view's own button was pressed, when
 * all that match were chosen, or of a user who holds nothing (`components/users/archive-card.test.tsx`).
 */
const UNSEEN =
  /: (undoUserJob|answerKycAlert|endPreview|(rename|remove)View|startAssignmentJob|deleteUserAction)/;
/** What the page of an operation, a batch, a job or an asset leaves to a person, and what anything is deleted with. */
const DECIDES = /: (decide\w*|setAssetLock|authorizeAsset|delete\w*)Action$/;
/** Users against the granted assets: without one there is nothing to search, to save and to read again. */
const NOTHING_THERE = { viewer: "ungranted", page: "/users/eligibility" };

describe("what a page shows", () => {
  it("reads nothing that is refused", () => {
    const problems = drawn.flatMap(({ page, viewer, problem }) =>
      problem ? [`${page}: ${viewer} ${problem}`] : [],
    );
    expect(problems).toEqual([]);
  });

  it("is, for an issuer, every action that a manager may do", async () => {
    const shown = new Set(drawn.flatMap(({ viewer, actions }) => (viewer === "issuer" ? actions : [])));
    const unseen = drawnActions().filter((action) => !shown.has(action) && !UNSEEN.test(action));
    expect(await chosen(unseen, (action) => mayDo(action, "manager", world.uuids.granted))).toEqual([]);
    expect(shown.size).toBeGreaterThan(60);
  });

  it("is, for a manager, what AMP's contract lets a manager do, and all of it", async () => {
    const flaws = await flawsOf(async (look) => {
      const may = (action: string) => mayDo(action, look.viewer, look.assetUuid);
      const allowed = await chosen(look.actions, may);
      const missing = isWhole(look) ? await chosen(issuersLook(look).actions, may) : [];
      return [
        ...look.actions.filter((action) => !allowed.includes(action)).map((action) => `sees ${action}`),
        ...missing.filter((action) => !look.actions.includes(action)).map((action) => `misses ${action}`),
      ];
    });
    expect(flaws).toEqual([]);
  });

  it("leads a manager to pages that open, and to each of them that it leads an issuer to", async () => {
    const flaws = await flawsOf(async (look) => {
      const links = linksOf(look);
      const open = (link: Link) => opensFor(link, look.viewer);
      const opening = await chosen(links, open);
      const wanted = isWhole(look) ? await chosen(linksOf(issuersLook(look)), open) : [];
      const name = ({ target, assetUuid }: Link) =>
        `${target.name}${grantedTo(look.viewer).includes(assetUuid) || !target.ofAsset ? "" : " of another asset"}`;
      return [
        ...links.filter((link) => !opening.includes(link)).map((link) => `is led to ${name(link)}`),
        ...wanted.filter((link) => !links.some(isSame(link))).map((link) => `is not led to ${name(link)}`),
      ];
    });
    expect(flaws).toEqual([]);
  });

  it("has in the palette what it lets somebody do, and the lists that it offers", () => {
    const flaws = drawn.flatMap(({ page, viewer, actions, hrefs, commands, saved }) => {
      const decided = actions.filter((action) => DECIDES.test(action));
      const lists = new Set(hrefs.flatMap((href) => /^\/api\/export\/([\w-]+)/.exec(href)?.[1] ?? []));
      return [
        ...(decided.length > 0 && commands.length === 0 ? [`has no command for ${decided}`] : []),
        ...([...lists].sort().join() === [...new Set(saved)].join()
          ? []
          : [`saves ${saved}, not ${[...lists]}`]),
      ].map((flaw) => `${page}: ${viewer} ${flaw}`);
    });
    expect(flaws).toEqual([]);
    expect(drawn.filter(({ commands }) => commands.length > 0).length).toBeGreaterThan(3);
  });

  it("offers a manager in the search what opens, and all of it", async () => {
    const flaws = await flawsOf(async ({ pathname, viewer, assetUuid, isOpen }) => {
      if (!isOpen) return [];
      const linksFor = (role: "issuer" | "manager") =>
        commandsOn(pathname, role).flatMap(({ href }) => linkOf(targets, href, assetUuid) ?? []);
      const offered = linksFor("manager");
      const open = (link: Link) => opensFor(link, viewer);
      const wanted = await chosen(linksFor("issuer"), open);
      const opening = await chosen(offered, open);
      return [
        ...offered.filter((link) => !opening.includes(link)).map(({ target }) => `is offered ${target.name}`),
        ...wanted.filter((link) => !offered.some(isSame(link))).map(({ target }) => `misses ${target.name}`),
      ];
    });
    expect(flaws).toEqual([]);
  });
});
