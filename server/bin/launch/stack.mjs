import path from "node:path";
import { waitForHttp } from "./http.mjs";
import { urlHost } from "./ports.mjs";

/**
 * Migrates the database and starts sandbox, worker and desk, each when what it needs is there.
 * @param config { root, dir, host, port, sandboxPort, databaseUrl, env } with `env` on top of the defaults here
 */
export async function startStack({ processes, progress, ...config }) {
  const { root, dir, host, port, sandboxPort } = config;
  const env = stackEnv(config);
  const entry = (name) => path.join(root, dir, "bin", `${name}.mjs`);
  const node = (name, ...args) => processes.start(name, process.execPath, args, { cwd: root, env });
  const answering = (url) =>
    waitForHttp(url, { isGivenUp: () => processes.isEnding || processes.hasCrashed });

  await progress.step("Migrating the database", () =>
    processes.run("migrate", process.execPath, [entry("migrate")], { cwd: root, env, timeoutMs: 120_000 }),
  );
  await progress.step("Starting the sandbox", async () => {
    node("sandbox", entry("sandbox"));
    await answering(`http://127.0.0.1:${sandboxPort}/control`);
  });
  await progress.step("Starting the worker and the desk", async () => {
    node("worker", entry("worker"));
    node("desk", path.join(root, "node_modules/next/dist/bin/next"), "start", "-H", host, "-p", `${port}`);
    await answering(`http://${urlHost(host)}:${port}/api/health`);
  });
  return env;
}

/** The environment of every process of the stack; `.env.example` has a line on each variable. */
export function stackEnv({ dir, host = "127.0.0.1", port, sandboxPort, databaseUrl, env }) {
  const sandbox = `127.0.0.1:${sandboxPort}`;
  const portal = env.AMPDESK_URL || `http://localhost:${port}`;
  const network = env.SANDBOX_NETWORK || "testnet";
  const rpcUser = encodeURIComponent(env.SANDBOX_RPC_USER || "rpcuser");
  const rpcPassword = encodeURIComponent(env.SANDBOX_RPC_PASSWORD || "rpcpass");
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    AMPDESK_BUILD_DIR: dir,
    DATABASE_URL: databaseUrl,
    AMPDESK_URL: portal,
    AUTH_TRUST_HOST: "true",
    AMP_SANDBOX_URL: `http://${sandbox}/api`,
    AMP_SANDBOX_NODE_URL: `http://${rpcUser}:${rpcPassword}@${sandbox}/elements/wallet/treasury`,
    AMP_SANDBOX_NODE_ACCOUNT: "issuer",
    SANDBOX_DATABASE_URL: databaseUrl,
    SANDBOX_PORT: `${sandboxPort}`,
    SANDBOX_CONTROL_URL: `http://${sandbox}/control`,
    AMP_SANDBOX_SITES_URL: env.SANDBOX_SITES_URL || `http://${sandbox}/sites/{domain}`,
    ...env,
    // Its own portal is a page that may ask for texts which name it.
    IDENTITY_ORIGINS: env.IDENTITY_ORIGINS || new URL(portal).origin,
    ...standInForVeriff(sandbox, { desk: `http://${urlHost(host)}:${port}`, portal }, env),
    // One network for both, whatever a copied `.env` says of the desk's.
    SANDBOX_NETWORK: network,
    AMP_SANDBOX_NETWORK: network,
  };
}

/**
 * Without keys of the real one, the sandbox plays Veriff.
 * @param desk where servers find it, `portal` where people do: their cookie belongs to that name
 */
function standInForVeriff(sandbox, { desk, portal }, env) {
  const { SANDBOX_VERIFF_API_KEY: apiKey, SANDBOX_VERIFF_PRIVATE_KEY: privateKey } = env;
  if (env.VERIFF_API_KEY || !apiKey || !privateKey) return {};
  return {
    VERIFF_API_KEY: apiKey,
    VERIFF_PRIVATE_KEY: privateKey,
    VERIFF_BASE_URL: `http://${sandbox}/veriff`,
    SANDBOX_VERIFF_WEBHOOK_URL: env.SANDBOX_VERIFF_WEBHOOK_URL || `${desk}/api/identity/veriff/webhook`,
    SANDBOX_VERIFF_CALLBACK_URL: env.SANDBOX_VERIFF_CALLBACK_URL || `${portal}/invest`,
  };
}
