import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type AssignmentRow,
  assignmentState,
  blockersOf,
  type ListedAssignment,
} from "@/lib/domain/assignment";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { ampAs } from "@/server/auth/amp-session";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { openTestDesk, sandboxEnv } from "@/server/db/testing";
import { openSandboxDatabase } from "@/server/sandbox/db/client";
import { loadLarge } from "@/server/sandbox/seeds/large";
import { startTestSandbox } from "@/server/sandbox/testing";
import { createTestDatabase } from "@/server/sandbox/testing-database";
import { createWorld } from "@/server/sandbox/world";
import { listAssignments } from "@/server/services/assignments";
import { signIn } from "@/server/services/sign-in";

export interface Relay {
  url: string;
  /** Method and path of every request, oldest first. */
  readonly seen: string[];
  /** Ends the next answer whose path ends in `path` after so many bytes, as a broken connection does. */
  cut(path: string, afterBytes: number): void;
  /** Runs before the next answer whose path ends in `path` is passed on. */
  meanwhile(path: string, work: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Stands in front of AMP and passes answers on byte by byte, whole or not. */
export async function startRelay(target: string): Promise<Relay> {
  const seen: string[] = [];
  let cuts: { path: string; afterBytes: number }[] = [];
  let works: { path: string; work: () => Promise<void> }[] = [];
  const server = createServer(async (incoming, answer) => {
    const { method = "GET", url = "/" } = incoming;
    const body = await buffer(incoming);
    seen.push(`${method} ${url}`);
    const headers = new Headers();
    for (const name of ["authorization", "content-type", "accept"]) {
      const value = incoming.headers[name];
      if (typeof value === "string") headers.set(name, value);
    }
    const response = await fetch(target + url, { method, headers, body: body.length ? body : null });
    const bytes = Buffer.from(await response.arrayBuffer());
    const due = works.filter(({ path }) => url.endsWith(path));
    works = works.filter((one) => !due.includes(one));
    for (const { work } of due) await work();
    answer.writeHead(response.status, { "content-type": "application/json" });
    const cut = cuts.find(({ path }) => url.endsWith(path));
    cuts = cuts.filter((one) => one !== cut);
    if (cut) return void answer.write(bytes.subarray(0, cut.afterBytes), () => answer.destroy());
    answer.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    cut: (path, afterBytes) => cuts.push({ path, afterBytes }),
    meanwhile: (path, work) => works.push({ path, work }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Registered users who own some of the asset. */
export const OWNERS = 120;
const ENV = { network: "testnet", blockSeconds: 0, baseUrl: "", rpcUser: "", rpcPassword: "" } as const;

export interface MirrorBench {
  relay: Relay;
  issuer: Actor;
  /** Of the one asset there is. */
  assetUuid: string;
  actorOf(username: string): Promise<Actor>;
  /** How often AMP was asked for a path. */
  reads(path: string): number;
  close(): Promise<void>;
}

/**
 * A desk whose AMP is the sandbox behind a relay.
 * @param others registered users besides, without a wallet
 * @param assignments of the asset besides, in every state, of users with and without a wallet
 */
export async function openMirrorBench({ others = 0, assignments = 0 } = {}): Promise<MirrorBench> {
  const databaseUrl = await createTestDatabase();
  const database = await openSandboxDatabase(databaseUrl);
  await loadLarge(await createWorld(ENV, database), () => {}, { users: OWNERS, assets: 1, days: 1 });
  await database.db.execute(sql`insert into sandbox.amp_registered_users (issuer_id, name, is_company, creator_id)
    select issuer_id, 'Investor ' || n, n % 7 = 0, creator_id
    from (select * from sandbox.amp_registered_users limit 1) as one, generate_series(1, ${others}) as n`);
  await database.db.execute(sql`insert into sandbox.amp_assignments (asset_uuid, user_id, amount_sats, is_ready,
      vesting_at, creator_id, distribution_uuid, receiving_address, is_distributed)
    select asset.uuid, users.ids[1 + n % cardinality(users.ids)], 1 + n % 50, n % 5 > 0,
      date_trunc('second', now()) + (n % 3 - 1) * n * interval '1 hour' + nullif(n % 4, 0) * interval '1 day',
      users.creator_id,
      case when n % 5 > 2 then gen_random_uuid() end, case when n % 5 > 2 then 'address ' || n end, n % 5 = 4
    from (select uuid from sandbox.amp_assets limit 1) as asset,
      (select array_agg(id order by id) as ids, min(creator_id) as creator_id from sandbox.amp_registered_users) as users,
      generate_series(1, ${assignments}) as n`);
  await database.close();
  const sandbox = await startTestSandbox({ databaseUrl });
  const relay = await startRelay(sandbox.url);
  const desk = await openTestDesk(sandboxEnv(relay.url));
  const issuer = await actorOf("issuer");
  return {
    relay,
    issuer,
    assetUuid: (await (await ampAs(issuer)).call("listAssets"))[0]?.assetUuid ?? "",
    actorOf,
    reads: (path) => relay.seen.filter((request) => request === `GET /api${path}`).length,
    async close() {
      await desk.close();
      await relay.stop();
      await sandbox.stop();
    },
  };
}

async function actorOf(username: string): Promise<Actor> {
  const account = { username, password: `${username}-password` };
  const actor = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!actor) throw new Error("The session is not there.");
  return actor;
}

export const query = (more: Partial<ListQuery> = {}): ListQuery => ({ limit: 50, filters: {}, ...more });

/** All rows of a list, page by page. */
export async function walk<T>(page: (cursor?: string) => Promise<{ rows: T[]; nextCursor: string | null }>) {
  const rows: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const one = await page(cursor);
    rows.push(...one.rows);
    cursor = one.nextCursor;
  }
  return rows;
}

/** As many as make the list a long one. */
const MANY = 2_100;

/** For the tests of a file: a long list of an asset's assignments, its pages, and what AMP answers. */
export function assignmentsBench() {
  const bench = {} as MirrorBench;
  const issuer = {} as Actor;
  const live: ListedAssignment[] = [];
  beforeAll(async () => {
    Object.assign(bench, await openMirrorBench({ others: 12, assignments: MANY }));
    Object.assign(issuer, bench.issuer);
    live.push(...(await readLive(bench)));
  }, 60_000);
  afterAll(() => bench.close?.());
  beforeEach(() => bench.relay.seen.splice(0));

  const page = (more: Partial<ListQuery> = {}, actor = issuer) =>
    listAssignments(actor, bench.assetUuid, query(more));
  const one = async (id: number) => (await page({ q: String(id) })).rows.find((row) => row.id === id);
  const someone = (state: AssignmentRow["state"]): AssignmentRow => {
    const found = live.findLast((row) => row.state === state && row.gaid !== null);
    if (!found) throw new Error(`No assignment is ${state}.`);
    return found;
  };
  const copies = async (what: string) =>
    (await pool().query(`select ${what} from mirror_assignments`)).rows[0];
  return { bench, issuer, live, page, one, someone, copies };
}

/** What AMP lists, as a list of the desk shows it. */
export async function readLive({ issuer, assetUuid }: MirrorBench): Promise<ListedAssignment[]> {
  const amp = await ampAs(issuer);
  const users = new Map((await amp.call("listRegisteredUsers")).map((user) => [user.id, user]));
  const required = requiredOf(await amp.call("getAsset", { path: { assetUuid } }));
  const rows = await amp.call("listAssignments", { path: { assetUuid } });
  return rows.map((row) => {
    const { name = "", categories = [] } = users.get(row.registeredUser) ?? {};
    const state = assignmentState(row);
    const lacksCategory = missingCategories({ categories }, required).length > 0;
    return { ...row, userName: name, state, blockers: blockersOf({ ...row, state }, lacksCategory) };
  });
}
