import { describe, expect, it } from "vitest";
import { type Ends, findCycle, importsOf, readSources, withoutComments } from "./testing";

const sources = readSources();

/**
 * Who may import whom, room by room; a room always may import itself. The order is that of the journey of a
 * request, and nothing points back up.
 */
const ARROWS: Record<string, readonly string[]> = {
  app: ["components", "lib", "server/actions", "server/doors", "server/services", "server/auth"],
  components: ["lib", "server/actions"],
  e2e: ["lib"],
  lib: [],
  "server/bin": [
    "server/notices",
    "server/register",
    "server/requests",
    "server/investor",
    "server/mirror",
    "server/watch",
    "server/treasury",
    "server/audit",
    "server/db",
    "server/platform",
  ],
  "server/actions": [
    "lib",
    "server/doors",
    "server/services",
    "server/investor",
    "server/auth",
    "server/platform",
  ],
  "server/doors": ["lib", "server/investor", "server/auth", "server/platform"],
  "server/services": [
    "lib",
    "server/notices",
    "server/register",
    "server/requests",
    "server/investor",
    "server/identity-client",
    "server/history",
    "server/mirror",
    "server/watch",
    "server/assigning",
    "server/treasury",
    "server/auth",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/elements",
    "server/control",
    "server/platform",
  ],
  "server/notices": [
    "lib",
    "server/requests",
    "server/watch",
    "server/treasury",
    "server/vault",
    "server/db",
    "server/platform",
  ],
  "server/register": [
    "lib",
    "server/mirror",
    "server/treasury",
    "server/auth",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/requests": [
    "lib",
    "server/mirror",
    "server/treasury",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/assigning": [
    "lib",
    "server/treasury",
    "server/audit",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/history": ["lib", "server/amp", "server/db"],
  "server/mirror": [
    "lib",
    "server/treasury",
    "server/auth",
    "server/vault",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/watch": [
    "lib",
    "server/treasury",
    "server/vault",
    "server/amp",
    "server/elements",
    "server/db",
    "server/platform",
  ],
  "server/treasury": [
    "lib",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/elements",
    "server/db",
    "server/platform",
  ],
  "server/auth": ["lib", "server/vault", "server/audit", "server/amp", "server/db", "server/platform"],
  "server/investor": [
    "lib",
    "server/auth",
    "server/vault",
    "server/identity-client",
    "server/db",
    "server/platform",
  ],
  "server/vault": ["lib", "server/db", "server/platform"],
  "server/audit": ["lib", "server/db", "server/platform"],
  "server/amp": ["lib", "server/platform"],
  "server/identity-client": ["lib", "server/platform"],
  "server/elements": ["lib", "server/platform"],
  "server/control": ["lib", "server/platform"],
  "server/identity": ["lib", "server/platform"],
  "server/sandbox": ["lib", "server/platform"],
  "server/db": ["lib", "server/platform"],
  "server/platform": ["lib"],
};

/** Single files that may do more than their room, each for a reason. */
const EXCEPTIONS: Record<string, readonly string[]> = {
  // asks the database alone whether it answers, without a session
  "app/api/health/route.ts": ["server/db"],
  // lists the configured environments before anybody is signed in
  "app/sign-in/page.tsx": ["server/platform"],
  // stores the workspace and opens its session in one transaction
  "server/services/sign-in.ts": ["server/db"],
  // ask the watch, which stands above them, whether an alert is open
  "server/treasury/distribution-machine.ts": ["server/watch"],
  "server/treasury/supply/ready.ts": ["server/watch"],
  // the only process that holds the sandbox
  "server/bin/sandbox.ts": ["server/sandbox"],
  // the identity service, alone and mounted in the desk
  "server/bin/identity.ts": ["server/identity"],
  // carries out what the mounted one queues for chains
  "server/bin/worker.ts": ["server/identity"],
  // the launcher's local chain gets the contracts that the service works with
  "server/bin/deploy-contracts.ts": ["server/identity"],
  "app/api/identity/[[...path]]/route.ts": ["server/identity", "server/platform"],
  // a benchmark's person does what the pages would
  "server/bin/bench-person.ts": ["server/services", "server/auth"],
};

/** Tests and what only they use look at whatever they need; configuration files stand outside the rooms. */
const isTest = (file: string) => /\.test\.tsx?$|(^|[/-])testing(-[a-z]+)?\.ts$/.test(file);
const isConfig = (file: string) => !file.includes("/");

const roomOf = (file: string): string => {
  const [top = "", room = ""] = file.split("/");
  return top === "server" && file.split("/").length > 2 ? `server/${room}` : top;
};

const print = ({ from, to }: Ends) => `${from} → ${to}`;
const code = sources.edges.filter(({ from }) => !isTest(from) && !isConfig(from));

const isForbidden = ({ from, to }: Ends): boolean => {
  const [room, target] = [roomOf(from), roomOf(to)];
  return room !== target && ![...(ARROWS[room] ?? []), ...(EXCEPTIONS[from] ?? [])].includes(target);
};

/** A room's tables, and the only files that name them. */
const STORES: Record<string, readonly string[]> = {
  audit: ["server/audit/store.ts", "server/audit/intents.ts", "server/audit/amp-call-store.ts"],
  // a session's row is read together with its workspace, on each request
  vault: ["server/vault/store.ts", "server/auth/store.ts"],
  auth: ["server/auth/store.ts"],
  assigning: ["server/assigning/store.ts"],
  history: ["server/history/store.ts"],
  register: ["server/register/job-store.ts", "server/register/row-store.ts", "server/register/note-store.ts"],
  mirror: [
    "server/mirror/copies-store.ts",
    "server/mirror/users-store.ts",
    "server/mirror/categories-store.ts",
    "server/mirror/holders-store.ts",
    "server/mirror/holder-figures-store.ts",
    "server/mirror/utxos-store.ts",
    "server/mirror/eligibility-store.ts",
  ],
  "mirror-utxos": ["server/mirror/utxos-store.ts", "server/mirror/eligibility-store.ts"],
  watch: ["server/watch/store.ts"],
  notices: ["server/notices/store.ts", "server/notices/settings-store.ts"],
  "portal-requests": ["server/requests/store.ts", "server/requests/link-store.ts"],
  portal: [
    "server/investor/session-store.ts",
    "server/investor/attempt-store.ts",
    "server/investor/kyc-store.ts",
    "server/investor/amp-id-store.ts",
    "server/investor/document-store.ts",
  ],
  treasury: ["server/treasury/store.ts", "server/treasury/turns.ts", "server/treasury/known-operations.ts"],
};

const SCHEMA = /^server\/db\/schema\/([\w-]+)\.ts$/;
const namesForeignTable = ({ from, to }: Ends): boolean => {
  const tables = SCHEMA.exec(to)?.[1];
  return tables !== undefined && !SCHEMA.test(from) && !STORES[tables]?.includes(from);
};

/** Hosted services keep tables of their own beside what works on them. */
const isHostedTable = (file: string) => /^server\/identity\/db\/[\w-]+-tables\.ts$/.test(file);
const isHostedStore = (file: string) => /^server\/identity\/[\w/-]+-store\.ts$/.test(file);

const filesWith = (pattern: RegExp, isMeant: (file: string) => boolean): string[] =>
  [...sources.files]
    .filter(([file, text]) => isMeant(file) && pattern.test(withoutComments(text)))
    .map(([file]) => file);

describe("the import graph", () => {
  it("is seen whole", () => {
    expect(sources.dangling).toEqual([]);
    expect(sources.edges.length).toBeGreaterThan(800);
    const rooms = new Set(
      [...sources.files.keys()].filter((file) => !isTest(file) && !isConfig(file)).map(roomOf),
    );
    expect([...rooms].sort()).toEqual(Object.keys(ARROWS).sort());
    const known = { from: "server/actions/assets.ts", to: "server/doors/define-action.ts" };
    expect(sources.edges).toContainEqual({ ...known, isType: false });
  });

  it("has no cycle, types included", () => {
    expect(findCycle(sources.edges)?.join(" → ") ?? "no cycle").toBe("no cycle");
  });

  it("follows the arrows of the architecture", () => {
    expect(code.filter(isForbidden).map(print)).toEqual([]);
  });

  it("has no exception that nobody needs any more", () => {
    const unused = Object.entries(EXCEPTIONS).flatMap(([from, targets]) =>
      targets
        .filter((room) => !code.some((edge) => edge.from === from && roomOf(edge.to) === room))
        .map((to) => print({ from, to })),
    );
    expect(unused).toEqual([]);
  });

  it("keeps test support out of what is built", () => {
    expect(code.filter(({ to }) => isTest(to)).map(print)).toEqual([]);
  });

  it("lets only the stores name tables", () => {
    expect(code.filter(namesForeignTable).map(print)).toEqual([]);
    const hosted = code.filter(({ from, to }) => isHostedTable(to) && !isHostedTable(from));
    expect(hosted.length).toBeGreaterThan(4);
    expect(hosted.filter(({ from }) => !isHostedStore(from)).map(print)).toEqual([]);
  });

  it("keeps the launcher to Node's own modules, because it runs before anything is installed", () => {
    const launcher = (file: string) => /^server\/bin\/.*\.mjs$/.test(file);
    const wanted = sources.packages.filter(({ from, to }) => launcher(from) && !to.startsWith("node:"));
    // The build asks for its bundler, the benchmark for its tools, when they run: after the installation.
    const later =
      /^server\/bin\/launch\/(build\.mjs → esbuild|bench-identity\.mjs → viem\/accounts|bench-sandbox.* → (autocannon|hono|@hono\/node-server))$/;
    expect(wanted.map(print).filter((line) => !later.test(line))).toEqual([]);
    const own = code.filter(({ from, to }) => launcher(from) && !launcher(to));
    expect(own.map(print)).toEqual([]);
  });
});

describe("the sources", () => {
  it("read process.env in one file, besides configuration, the launcher and the browser tests", () => {
    const mayRead = (file: string) =>
      file === "server/platform/env.ts" ||
      isConfig(file) ||
      isTest(file) ||
      file.startsWith("e2e/") ||
      /^server\/bin\/(launch\/)?[\w-]+\.mjs$/.test(file);
    expect(filesWith(/\bprocess\.env\b/, (file) => !mayRead(file))).toEqual([]);
  });

  it("do not name AMP's host outside the server", () => {
    const host = /blockstream\.com|\bAMP_(LIVE|TESTNET|SANDBOX)_(NODE_)?URL\b/;
    expect(filesWith(host, (file) => !file.startsWith("server/") && !isTest(file))).toEqual([]);
    expect(filesWith(host, (file) => file.startsWith("server/"))).not.toEqual([]);
  });

  it("open the browser's doors in server/actions alone", () => {
    const doors = filesWith(/^\s*["']use server["']/m, () => true);
    expect(doors.length).toBeGreaterThan(5);
    expect(doors.filter((file) => !/^server\/actions\/[\w-]+\.ts$/.test(file))).toEqual([]);
  });
});

describe("the rules", () => {
  it.each([
    ["lib/format/ids.ts", "server/db/client.ts"],
    ["components/ui/button.tsx", "server/services/assets.ts"],
    ["server/services/assets.ts", "server/sandbox/world.ts"],
    ["server/bin/worker.ts", "server/sandbox/world.ts"],
    ["server/treasury/runner.ts", "server/auth/store.ts"],
    ["server/amp/client.ts", "server/vault/store.ts"],
    ["app/(desk)/layout.tsx", "server/amp/client.ts"],
  ])("see through %s → %s", (from, to) => {
    expect(isForbidden({ from, to })).toBe(true);
  });

  it("see a table named outside its store", () => {
    const to = "server/db/schema/treasury.ts";
    expect(namesForeignTable({ from: "server/treasury/runner.ts", to })).toBe(true);
    expect(namesForeignTable({ from: "server/treasury/store.ts", to })).toBe(false);
  });

  it("see a cycle of any length", () => {
    const ring = ["a", "b", "c"].map((from, place, all) => ({ from, to: all[(place + 1) % 3] ?? "" }));
    expect(findCycle([{ from: "x", to: "a" }, ...ring])).toEqual(["a", "b", "c", "a"]);
    expect(findCycle(ring.slice(1))).toBeNull();
  });

  it("see every form of import and no comment", () => {
    const text = [
      `import a, {\n  type B,\n} from "./one";`,
      `import type { C } from "./two";`,
      `import "./three";`,
      `export * from "./four";`,
      `export { d } from './five';`,
      `const later = dynamic(() => ${"import"}("./six"));`,
      `// import "./not";`,
      `/**\n * import "./neither";\n */`,
      `export const text = "from './nor'";`,
    ].join("\n");
    const found = importsOf(text);
    expect(found.map(({ wanted }) => wanted)).toEqual([
      "./one",
      "./two",
      "./three",
      "./four",
      "./five",
      "./six",
    ]);
    expect(found.filter(({ isType }) => isType).map(({ wanted }) => wanted)).toEqual(["./two"]);
  });
});
