import type { SandboxDatabase, SandboxDb } from "./db/client";
import type { NodeWallets } from "./elements/port";
import { createNodeWallets } from "./elements/wallets";
import { ensureGenesis } from "./ledger/genesis";
import { createLedger } from "./ledger/ledger";
import type { Ledger, LiquidNetwork } from "./ledger/port";
import { loadSwitches, type Switches } from "./switches";

export interface WorldEnv {
  network: LiquidNetwork;
  /** Seconds between two blocks; 0 = only on demand. */
  blockSeconds: number;
  /** The sandbox's own public AMP base without a trailing slash, e.g. http://127.0.0.1:4000/api */
  baseUrl: string;
  rpcUser: string;
  rpcPassword: string;
  /** Where a domain's web site is, `{domain}` in it; absent: the sandbox's own sites under /sites/{domain}. */
  sitesUrl?: string;
  /** 32 bytes hex: AMP's key for messages to issuers' endpoints. Absent: one is made for the world. */
  authorizerKey?: string;
}

/** The configuration as handlers meet it: with the switches, which change while the sandbox runs. */
export interface LiveEnv extends WorldEnv {
  switches: Switches;
}

/** One transaction of the database with the chain and the node's wallets bound to it. */
export interface Unit {
  db: SandboxDb;
  ledger: Ledger;
  node: NodeWallets;
}

export interface World {
  env: LiveEnv;
  database: SandboxDatabase;
  /** Runs `work` alone: no other writer overlaps it, and all of it is stored or nothing. */
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Runs `work` over one unchanging snapshot. */
  read<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
}

/** Puts AMP's and the node's view over one database; a new one gets its first block. */
export async function createWorld(env: WorldEnv, database: SandboxDatabase): Promise<World> {
  await database.write((db) => ensureGenesis(db, env.network));
  const switches = await loadSwitches(database.db);
  const unitOf = (db: SandboxDb): Unit => {
    const ledger = createLedger(db, env.network);
    return { db, ledger, node: createNodeWallets(db, env.network) };
  };
  return {
    env: { ...env, switches },
    database,
    write: (work) => database.write((db) => work(unitOf(db))),
    read: (work) => database.read((db) => work(unitOf(db))),
  };
}
