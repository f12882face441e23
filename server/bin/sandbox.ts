import { sandboxEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { framesOf, reasonOf } from "@/server/platform/reason";
import { openSandboxDatabase } from "@/server/sandbox/db/client";
import { startFollower } from "@/server/sandbox/following/follower";
import { readAddress } from "@/server/sandbox/following/node";
import { sandboxHandler } from "@/server/sandbox/http";
import { startMiner } from "@/server/sandbox/miner";
import { seed } from "@/server/sandbox/seeds";
import { type Listening, listen } from "@/server/sandbox/serve";
import { createWorld, type WorldEnv } from "@/server/sandbox/world";

/** The sandbox's process: AMP, the node and the control calls over one database, until it is told to end. */
async function main(): Promise<void> {
  const env = sandboxEnv();
  let handler: ReturnType<typeof sandboxHandler> | undefined;
  const server = await listenOrExplain(env.SANDBOX_HOST, env.SANDBOX_PORT, () => handler);
  // 0.0.0.0 listens everywhere but is no address to call.
  const host = env.SANDBOX_HOST === "0.0.0.0" ? "127.0.0.1" : env.SANDBOX_HOST;
  const url = `http://${host}:${server.port}`;
  const database = await openSandboxDatabase(env.SANDBOX_DATABASE_URL);
  const world = await createWorld(
    {
      network: env.SANDBOX_NETWORK,
      // blocks of a followed chain are the node's
      blockSeconds: env.SANDBOX_CHAIN === "node" ? 0 : env.SANDBOX_BLOCK_SECONDS,
      baseUrl: `${url}/api`,
      rpcUser: env.SANDBOX_RPC_USER,
      rpcPassword: env.SANDBOX_RPC_PASSWORD,
      callLogRows: env.SANDBOX_CALL_LOG_ROWS,
      ...(env.SANDBOX_AUTHORIZER_KEY ? { authorizerKey: env.SANDBOX_AUTHORIZER_KEY } : {}),
      ...(env.SANDBOX_SITES_URL ? { sitesUrl: env.SANDBOX_SITES_URL } : {}),
      veriff: {
        apiKey: env.SANDBOX_VERIFF_API_KEY,
        privateKey: env.SANDBOX_VERIFF_PRIVATE_KEY,
        webhookUrl: env.SANDBOX_VERIFF_WEBHOOK_URL.replace(/\/+$/, ""),
        ...(env.SANDBOX_VERIFF_CALLBACK_URL ? { callbackUrl: env.SANDBOX_VERIFF_CALLBACK_URL } : {}),
      },
      ...followed(env),
    },
    database,
  );
  await seed(world, env.SANDBOX_SEED, progressBar());
  const miner = await startMiner(world);
  const follower = world.followed ? await startFollower(world, world.followed) : undefined;
  const sandbox = sandboxHandler(world, miner, follower);
  handler = sandbox;
  onceOnSignal(async (signal) => {
    log.info("sandbox.ending", { signal });
    await server.close();
    await sandbox.end();
    await follower?.stop();
    await miner.stop();
    await database.close();
  });
  process.stdout.write(`sandbox ready ${url}\n`);
}

/** The node to follow, where one is asked for. */
function followed(env: ReturnType<typeof sandboxEnv>): Pick<WorldEnv, "follows"> {
  if (env.SANDBOX_CHAIN !== "node") return {};
  if (!env.ELEMENTS_RPC_URL)
    throw new Error("SANDBOX_CHAIN=node needs ELEMENTS_RPC_URL, the address of the Elements node to follow.");
  const address = readAddress({
    url: env.ELEMENTS_RPC_URL,
    user: env.ELEMENTS_RPC_USER,
    password: env.ELEMENTS_RPC_PASSWORD,
  });
  if (!address) throw new Error("SANDBOX_CHAIN=node needs ELEMENTS_RPC_USER and ELEMENTS_RPC_PASSWORD.");
  return { follows: { ...address, wallet: env.SANDBOX_NODE_WALLET } };
}

const BAR = 40;

/** Shows on the terminal how far a long seed is; where there is none, a line for each tenth. */
function progressBar() {
  let shown = -1;
  return (done: number, total: number) => {
    const step = Math.floor((done / total) * (process.stdout.isTTY ? 100 : 10));
    if (step === shown) return;
    shown = step;
    const filled = Math.round((done / total) * BAR);
    const bar = `seed [${"#".repeat(filled)}${".".repeat(BAR - filled)}] ${Math.floor((100 * done) / total)} %`;
    process.stdout.write(process.stdout.isTTY ? `\r${bar}${done < total ? "" : "\n"}` : `${bar}\n`);
  };
}

async function listenOrExplain(...listening: Parameters<typeof listen>): Promise<Listening> {
  try {
    return await listen(...listening);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(
      `Port ${listening[1]} is in use. End the program that uses it, or choose another one with SANDBOX_PORT.`,
    );
  }
}

function onceOnSignal(end: (signal: string) => Promise<void>): void {
  let isEnding = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      end(signal).then(() => process.exit(0), crash);
    });
  }
}

function crash(error: unknown): never {
  process.stderr.write(`sandbox: ${reasonOf(error) ?? "ended without an error"}\n`);
  process.exit(1);
}

function crashUnexpectedly(error: unknown): never {
  log.error("sandbox.crashed", { frames: framesOf(error) });
  crash(error);
}

process.on("uncaughtException", crashUnexpectedly);
process.on("unhandledRejection", crashUnexpectedly);
main().catch(crash);
