import { AsyncLocalStorage } from "node:async_hooks";
import { loadClock } from "./clock";
import type { SandboxDatabase, SandboxDb } from "./db/client";
import type { NodeWallets } from "./elements/port";
import { forgetSession } from "./elements/store";
import { createNodeWallets } from "./elements/wallets";
import { FaultBook } from "./faults/book";
import { createFollowingLedger } from "./following/ledger";
import { connectNode, type FollowedAddress, type FollowedNode } from "./following/node";
import { ensureFollowed, noWallets } from "./following/world";
import { ensureGenesis } from "./ledger/genesis";
import { createLedger } from "./ledger/ledger";
import { type Ledger, LedgerError, type LiquidNetwork } from "./ledger/port";
import { loadSwitches, type Switches } from "./switches";
import type { VeriffEnv } from "./veriff/env";

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
  /** Rows that the call log keeps at most; absent: 100,000. */
  callLogRows?: number;
  /** 32 bytes hex: AMP's key for messages to issuers' endpoints. Absent: one is made for the world. */
  authorizerKey?: string;
  /** Longest wait for an issuer's endpoint, in milliseconds; absent: 10 s. */
  authorizerTimeoutMs?: number;
  /** The stand-in for Veriff; absent: the keys of every sandbox, and webhooks to a desk on port 3000. */
  veriff?: VeriffEnv;
  /** The node whose chain AMP follows; absent: the sandbox has a chain and a node of its own. */
  follows?: FollowedAddress;
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

/** Reads again what the process keeps in memory of the world's tables. */
export type Reloader = (db: SandboxDb) => Promise<void>;

export interface World {
  env: LiveEnv;
  database: SandboxDatabase;
  /** The node whose chain is followed; null over a chain of its own. */
  followed: FollowedNode | null;
  /** What goes wrong with calls, as somebody ordered it. */
  faults: FaultBook;
  /** Whoever keeps something of the tables in memory adds to these. */
  reloaders: Reloader[];
  /** Another one after each restore and reset; what began under an older one must not end in this world. */
  readonly generation: number;
  /** Runs work whose writes are refused once the world is no longer of that generation. */
  within<T>(generation: number, work: () => Promise<T>): Promise<T>;
  /** After a restore or a reset, inside its transaction, so that no call meets new rows with old memory. */
  reload: Reloader;
  /** Runs `work` alone: no other writer overlaps it, and all of it is stored or nothing. */
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Runs `work` over one unchanging snapshot. */
  read<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
}

/** Puts AMP's and the node's view over one database; a new one gets its first block. */
export async function createWorld(env: WorldEnv, database: SandboxDatabase): Promise<World> {
  await database.write(async (db) => {
    await (env.follows ? ensureFollowed(db, env.network) : ensureGenesis(db, env.network));
    await forgetSession(db);
  });
  const live: LiveEnv = { ...env, switches: await loadSwitches(database.db) };
  const loadLiveSwitches: Reloader = async (db) => {
    live.switches = await loadSwitches(db);
  };
  const faults = new FaultBook(database.db);
  const reloaders: Reloader[] = [loadLiveSwitches, loadClock, (db) => faults.reload(db)];
  await loadClock(database.db);
  await faults.reload();
  const followed = env.follows ? connectNode(env.follows) : null;
  const unitOf = (db: SandboxDb): Unit => {
    if (followed) return { db, ledger: createFollowingLedger(db, env.network, followed), node: noWallets };
    const ledger = createLedger(db, env.network);
    return { db, ledger, node: createNodeWallets(db, env.network) };
  };
  let generation = 0;
  const boundTo = new AsyncLocalStorage<number>();
  return {
    env: live,
    database,
    followed,
    faults,
    reloaders,
    get generation() {
      return generation;
    },
    within: (bound, work) => boundTo.run(bound, work),
    reload: async (db) => {
      generation += 1;
      for (const reloader of reloaders) await reloader(db);
    },
    write: (work) => {
      const bound = boundTo.getStore();
      return database.write((db) => {
        if (bound !== undefined && bound !== generation) throw exchanged();
        return work(unitOf(db));
      });
    },
    read: (work) => database.read((db) => work(unitOf(db))),
  };
}

/** What a caller is told whose work began before a restore or a reset. */
export const exchanged = () =>
  new LedgerError("conflict", "The sandbox was restored or reset meanwhile; nothing was done.");
