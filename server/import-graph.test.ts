import { describe, expect, it } from "vitest";
import { type Ends, findCycle, importsOf, readSources, withoutComments } from "./testing";
import { ARROWS, EXCEPTIONS, isConfig, isForbidden, isTest, roomOf } from "./testing-arrows";
import { isHostedStore, isHostedTable, namesForeignTable } from "./testing-tables";

const sources = readSources();

const print = ({ from, to }: Ends) => `${from} → ${to}`;
const code = sources.edges.filter(({ from }) => !isTest(from) && !isConfig(from));

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
