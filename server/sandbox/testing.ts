import { openSandboxDatabase } from "./db/client";
import { sandboxHandler } from "./http";
import type { LiquidNetwork } from "./ledger/port";
import { startMiner } from "./miner";
import { seed } from "./seeds";
import { listen } from "./serve";
import { createTestDatabase, dropTestDatabase } from "./testing-database";
import { createWorld, type World } from "./world";

export interface TestSandboxOptions {
  blockSeconds?: number;
  seed?: "empty" | "small";
  network?: LiquidNetwork;
  /** Opens the world of a sandbox that was stopped with `keepDatabase`. */
  databaseUrl?: string;
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
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase());
  const database = await openSandboxDatabase(databaseUrl);
  let handler: ReturnType<typeof sandboxHandler> | undefined;
  const server = await listen("127.0.0.1", 0, () => handler);
  const url = `http://127.0.0.1:${server.port}`;
  const env = {
    network: options.network ?? "testnet",
    blockSeconds: options.blockSeconds ?? 0,
    baseUrl: `${url}/api`,
    rpcUser: "rpcuser",
    rpcPassword: "rpcpass",
  } as const;
  const world = await createWorld(env, database);
  await seed(world, options.seed ?? "empty");
  const miner = startMiner(world);
  handler = sandboxHandler(world, miner);
  return {
    url,
    world,
    databaseUrl,
    stop: async ({ keepDatabase = false } = {}) => {
      await miner.stop();
      await server.close();
      await database.close();
      if (!keepDatabase) await dropTestDatabase(databaseUrl);
    },
  };
}
