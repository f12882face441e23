import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import pg from "pg";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { type Db, db } from "./client";

/** Rung when something is due at once, so that a worker at rest need not be waited for. */
const BELL = "desk_work";
const AGAIN_MS = 2_000;

/** Heard when the transaction is committed, and not at all when it is not. Nobody need be listening. */
export async function ringBell(tx: Db = db()): Promise<void> {
  await tx.execute(sql`select pg_notify(${BELL}, '')`);
}

/** Listens on a connection of its own; one that is lost is opened again. What was rung meanwhile counts as rung then. */
export function hearBell(onRing: () => void): { stop: () => Promise<void> } {
  let client: pg.Client | undefined;
  let isStopped = false;
  const listen = async () => {
    while (!isStopped) {
      client = new pg.Client({ connectionString: deskEnv().DATABASE_URL, keepAlive: true });
      client.on("error", () => {}); // its end follows
      client.on("notification", onRing);
      try {
        await client.connect();
        await client.query(`listen ${BELL}`);
        onRing();
        await once(client, "end");
      } catch (error) {
        log.warn("database.bell-lost", { reason: reasonOf(error) });
        await client.end().catch(() => {});
      }
      if (!isStopped) await sleep(AGAIN_MS, undefined, { ref: false });
    }
  };
  void listen();
  return {
    stop: async () => {
      isStopped = true;
      await client?.end().catch(() => {});
    },
  };
}
