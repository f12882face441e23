import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import { z } from "zod";
import { EXPORTED_LISTS } from "@/lib/domain/exports";
import { UNLOCK_SECONDS } from "@/lib/domain/wallet-lock";
import type { Result } from "@/lib/errors";
import { pageData } from "@/server/doors/page-data";
import { sampleOf } from "./testing-sample";
import { visits, withFailures } from "./testing-visits";

/** A page, a GET route or an action: found in the tree, not listed. */
export interface Target {
  /** "/assets/[uuid]", "/api/assets", "assets: lockAssetAction" */
  name: string;
  kind: "page" | "route" | "action";
  /** Whether it is about one asset. */
  ofAsset: boolean;
  /** @returns the code of its failure; null when it went through */
  visit: (assetUuid: string) => Promise<string | null>;
  /** Of a page: with what a link has in its brackets. */
  open?: (params: Record<string, string>) => Promise<string | null>;
}

/** Ids that there are at AMP. */
export interface Known {
  txid: string;
  gaid: string;
  category: number;
  user: number;
  manager: number;
  /** What only some tests have. */
  request?: string;
  batch?: string;
  job?: string;
  assignmentJob?: string;
}

const filesIn = (folder: string, name: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name)
    .map((file) => path.join(folder, file))
    .sort();

const addressOf = (file: string) =>
  `/${path.relative("app", path.dirname(file))}`.replace(/\/\([^)]+\)/g, "");

/** The parts of an address in brackets. */
function paramsOf(address: string, assetUuid: string, known: Known): Record<string, string> {
  const noun = /\/(categories|users|managers|requests|imports)\/\[id\]/.exec(address)?.[1];
  const ids: Record<string, number | string | undefined> = {
    categories: known.category,
    users: known.user,
    managers: known.manager,
    requests: known.request,
    imports: known.job,
  };
  const values: Record<string, string> = {
    uuid: assetUuid,
    txid: known.txid,
    gaid: known.gaid,
    assignment: "1",
    batch: known.batch ?? randomUUID(),
    job: known.assignmentJob ?? randomUUID(),
    id: String((noun && ids[noun]) || randomUUID()),
  };
  const names = [...address.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, values[name] ?? randomUUID()]));
}

type Page = (props: unknown) => Promise<unknown>;

/** A request without headers and cookies. */
const request = { headers: async () => new Headers(), cookies: async () => new Map() };
const NOTHING: unknown = new Proxy(() => null, {
  get: (_, key) => (key === "__esModule" ? true : NOTHING),
});
const isDrawn = (name: string) => /^@\/components\/|^\.|^next\/(link|dynamic)|^lucide/.test(name);

/** The own code of a page or layout; the components that it would draw are left out. */
async function loadPage(file: string): Promise<Page> {
  const options = { loader: "tsx", format: "cjs", jsx: "automatic" } as const;
  const { code } = await transform(fs.readFileSync(file, "utf8"), options);
  const modules = new Map<string, unknown>();
  for (const [, name = ""] of code.matchAll(/require\("([^"]+)"\)/g))
    modules.set(name, isDrawn(name) ? NOTHING : await import(/* @vite-ignore */ name));
  modules.set("@/server/doors/page-data", { pageData: withFailures(pageData) });
  // Whole, however long its reads take.
  modules.set("@/components/ui/promptly", { promptly: (page: Page) => page });
  modules.set("next/headers", request);
  const module = { exports: {} as { default?: Page } };
  new Function("require", "module", "exports", code)(
    (name: string) => modules.get(name),
    module,
    module.exports,
  );
  if (!module.exports.default) throw new Error(`${file} has no page.`);
  return module.exports.default;
}

const digestOf = (error: unknown) => String((error as { digest?: unknown }).digest ?? "");

/** Where the tabs of an asset's pages lead, as the layout gives them to whoever is looking. */
export async function tabsOf(assetUuid: string): Promise<string[]> {
  const layout = await loadPage("app/(desk)/assets/[uuid]/layout.tsx");
  const drawn = await layout({ params: Promise.resolve({ uuid: assetUuid }), children: null });
  const found: string[] = [];
  JSON.stringify(drawn, (key, value) => {
    if (key === "tabs" && Array.isArray(value)) found.push(...value.map(({ href }) => href));
    return key.startsWith("_") || key === "type" ? undefined : value;
  });
  return found;
}

/** The desk's pages with what stands in the brackets of their addresses. */
export const pagesOf = (known: Known) =>
  filesIn("app/(desk)", "page.tsx").map((file) => {
    const name = addressOf(file);
    return { file, name, paramsFor: (assetUuid: string) => paramsOf(name, assetUuid, known) };
  });

async function pageTargets(known: Known): Promise<Target[]> {
  const layout = await loadPage("app/(desk)/layout.tsx");
  const files = filesIn("app/(desk)", "page.tsx");
  return Promise.all(
    files.map(async (file): Promise<Target> => {
      const page = await loadPage(file);
      const name = addressOf(file);
      const draw = async (values: Record<string, string>) => {
        // Who is signed in passes it for every page alike.
        if (visits.getStore()?.secret === null) await layout({ children: null });
        await page({ params: Promise.resolve(values), searchParams: Promise.resolve({}) });
        return visits.getStore()?.failures[0] ?? null;
      };
      const open = (values: Record<string, string>) =>
        draw(values).catch((error: unknown) => {
          if (digestOf(error).startsWith("NEXT_REDIRECT")) return "UNAUTHENTICATED";
          if (digestOf(error).endsWith("404")) return "NOT_FOUND";
          throw error;
        });
      const visit = (assetUuid: string) => open(paramsOf(name, assetUuid, known));
      return { name, kind: "page", ofAsset: name.includes("/assets/[uuid]"), visit, open };
    }),
  );
}

/** What the routes of this desk read besides their path. */
const queryOf = (assetUuid: string, known: Known) =>
  new URLSearchParams({
    q: "a",
    of: assetUuid,
    asset: assetUuid,
    user: String(known.user),
    ids: String(known.user),
    target: String(known.category),
    kind: "burn",
    sats: "1",
    height: "1",
    from: "1",
    to: "2",
    format: "csv",
  });

/** To what the lists belong that belong to no asset. */
const ownersOf = ({ category, user }: Known): Record<string, number> => ({
  ...{ members: category, "requiring-assets": category },
  ...{ "user-holdings": user, "user-payments": user, "user-vesting": user },
});
/** Lists that are exported for one asset. */
const OF_ASSET =
  /^(assignments|vesting|batch|assignment-job|recipients|activity|transactions|utxos|owners|changes|eligibility|operations)$|^(distribution|supply|lost|treasury-addresses|foreign-orders|foreign-outputs|held-back)/;
/** Investors and visitors have doors, sessions and tests of their own. */
const OTHER_ROUTES = /^\/api\/(invest|identity|health)\b/;

async function routeTargets(known: Known): Promise<Target[]> {
  const files = filesIn("app/api", "route.ts").filter((file) => !OTHER_ROUTES.test(addressOf(file)));
  const targets = files.map(async (file): Promise<Target[]> => {
    const { GET } = await import(/* @vite-ignore */ `@/${file.replace(/\.ts$/, "")}`);
    const address = addressOf(file);
    const lists = address.includes("[list]") ? EXPORTED_LISTS : [""];
    return lists.map((list) => {
      const name = address.replace("[list]", list);
      const visit = async (assetUuid: string) => {
        const params = { ...paramsOf(address, assetUuid, known), list };
        const of = ownersOf(known)[list] ?? assetUuid;
        const query = queryOf(String(of), known);
        // Elsewhere it would be a filter, which asks more than the list.
        if (list === "gaid-balances") query.set("gaid", known.gaid);
        const url = `http://desk${name}?${query}`;
        const answer: Response = await GET(new Request(url), { params: Promise.resolve(params) });
        const text = await answer.text();
        return answer.ok ? null : (JSON.parse(text) as { code: string }).code;
      };
      return { name, kind: "route", ofAsset: name.includes("/assets/[uuid]") || OF_ASSET.test(list), visit };
    });
  });
  return (await Promise.all(targets)).flat();
}

/** The parts of a path that stand in the brackets of an address; null for another path. */
export function matchAddress(address: string, pathname: string): Record<string, string> | null {
  const pattern = address.replace(/\[(\w+)\]/g, "(?<$1>[^/]+)");
  const found = new RegExp(`^${pattern}$`).exec(pathname);
  return found && { ...found.groups };
}

/** What a GET route of the desk answers. */
export async function answerOf(href: string): Promise<Response> {
  const url = new URL(href, "http://desk");
  for (const file of filesIn("app/api", "route.ts")) {
    const params = matchAddress(addressOf(file), url.pathname);
    if (!params) continue;
    const { GET } = await import(/* @vite-ignore */ `@/${file.replace(/\.ts$/, "")}`);
    return GET(new Request(url), { params: Promise.resolve(params) });
  }
  throw new Error(`${href} is no route.`);
}

type Action = ((input: unknown) => Promise<Result<unknown>>) & { schema: z.ZodType };

/** Visitors' and investors' doors, and what ends the very sessions of these visits. */
const OTHER_ACTIONS = /^(session|account|invest)/;

async function actionTargets(known: Known): Promise<Target[]> {
  const files = fs.readdirSync("server/actions").filter((file) => !OTHER_ACTIONS.test(file));
  const targets = files.map(async (file): Promise<Target[]> => {
    const noun = path.basename(file, ".ts");
    const actions: Record<string, Action> = await import(/* @vite-ignore */ `@/server/actions/${noun}`);
    return Object.entries(actions).map(([name, action]) => actionTarget(`${noun}: ${name}`, action, known));
  });
  return (await Promise.all(targets)).flat();
}

/** About an asset in some of its forms; the first one, which is tried, is about none. */
const OF_ALL = /readCopyAgain/;

function actionTarget(name: string, action: Action, known: Known): Target {
  const described = z.toJSONSchema(action.schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def;
      if (type === "date" || type === "bigint" || type === "file") jsonSchema.title = type;
    },
  });
  const { gaid, txid, user, category, manager } = known;
  const values = {
    gaid,
    fromGaid: gaid,
    txid,
    userId: user,
    userIds: [user],
    registeredUser: user,
    categoryId: category,
    managerId: manager,
    password: "a quiet harbour",
    endpoint: "https://issuer.example",
    seconds: UNLOCK_SECONDS[0],
  };
  const visit = async (assetUuid: string) => {
    const input = sampleOf(described, "", { ...values, assetUuid });
    const parsed = action.schema.safeParse(input);
    if (!parsed.success) throw new Error(`${name} needs another sample: ${parsed.error.message}`);
    const result = await action(input);
    return result.ok ? null : result.error.code;
  };
  const ofAsset = JSON.stringify(described).includes('"assetUuid"') && !OF_ALL.test(name);
  return { name, kind: "action", ofAsset, visit };
}

export async function allTargets(known: Known): Promise<Target[]> {
  const found = [await pageTargets(known), await routeTargets(known), await actionTargets(known)];
  return found.flat();
}
