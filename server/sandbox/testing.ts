import { openSandboxDatabase } from "./db/client";
import { startFollower } from "./following/follower";
import type { FollowedAddress } from "./following/node";
import { sandboxHandler } from "./http";
import type { LiquidNetwork } from "./ledger/port";
import { startMiner } from "./miner";
import { type SeedName, seed } from "./seeds";
import { listen } from "./serve";
import { createTestDatabase, dropTestDatabase, type Template } from "./testing-database";
import type { VeriffEnv } from "./veriff/env";
import { createWorld, type World, type WorldEnv } from "./world";

const SANDBOX: Template = {
  name: "sandbox",
  folder: "server/sandbox/db/migrations",
  fill: async (url) => (await openSandboxDatabase(url)).close(),
};

export interface TestSandboxOptions {
  blockSeconds?: number;
  seed?: SeedName;
  network?: LiquidNetwork;
  /** Opens the world of a sandbox that was stopped with `keepDatabase`. */
  databaseUrl?: string;
  veriff?: VeriffEnv;
  /** Follows that node's chain instead of having one. */
  follows?: FollowedAddress;
}

export interface TestSandbox {
  /** Without a path: AMP is at `${url}/api`, the node at `${url}/elements`. */
  url: string;
  world: World;
  databaseUrl: string;
  stop(options?: { keepDatabase?: boolean }): Promise<void>;
}

/** A sandbox of its own on a free port, over a database made for it. Needs TEST_DATABASE_URL. */
export async function startTestSandbox(options: TestSandboxOptions = {}): Promise<TestSandbox> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(SANDBOX));
  const closing: (() => Promise<void>)[] = [];
  const stop = async ({ keepDatabase = false } = {}) => {
    for (const close of closing.splice(0).reverse()) await close();
    if (!keepDatabase) await dropTestDatabase(databaseUrl);
  };
  try {
    const database = await openSandboxDatabase(databaseUrl);
    closing.push(database.close);
    let handler: ReturnType<typeof sandboxHandler> | undefined;
    const server = await listen("127.0.0.1", 0, () => handler);
    closing.push(server.close);
    const url = `http://127.0.0.1:${server.port}`;
    const world = await createWorld(envOf(url, options), database);
    await seed(world, options.seed ?? "empty");
    const miner = await startMiner(world);
    closing.push(miner.stop);
    const follower = world.followed ? await startFollower(world, world.followed) : undefined;
    if (follower) closing.push(follower.stop);
    handler = sandboxHandler(world, miner, follower);
    closing.push(handler.end);
    return { url, world, databaseUrl, stop };
  } catch (error) {
    await stop({ keepDatabase: options.databaseUrl !== undefined });
    throw error;
  }
}

const envOf = (
  url: string,
  { network = "testnet", blockSeconds = 0, follows, veriff }: TestSandboxOptions,
): WorldEnv => ({
  network,
  blockSeconds,
  baseUrl: `${url}/api`,
  rpcUser: "rpcuser",
  rpcPassword: "rpcpass",
  ...(follows ? { follows } : {}),
  ...(veriff ? { veriff } : {}),
});
