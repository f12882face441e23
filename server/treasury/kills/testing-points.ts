import { pool } from "@/server/db/client";
import type { FaultyProxy, ProxiedRequest } from "@/server/platform/testing";

/** Where a worker dies: at its n-th write of a state, or at its n-th call of a name. */
export type KillPoint =
  | { at: "write"; number: number; name: string }
  | { at: "before" | "after"; number: number; name: string };

/** "node sendmany", "AMP POST distributions/…/confirm". */
export function nameOf({ method, path, body }: ProxiedRequest): string {
  if (path.startsWith("/elements")) return `node ${JSON.parse(body).method}`;
  const place = path
    .replace(/\?.*/, "")
    .replace(/^\/api\/(assets\/[^/]+\/)?/, "")
    .replace(/[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}|\b\d+\b/g, "…");
  return `AMP ${method} ${place || "asset"}`;
}

/** Lets the database number the writes of operations and hold one of them until its writer is gone. */
export async function watchWrites(): Promise<void> {
  await pool().query(`
    create table kill_gate (state text, number int);
    create table kill_writes (id bigserial, state text, number int);
    create function kill_watch() returns trigger language plpgsql as $$
    declare this int := (select count(*) + 1 from kill_writes where state = new.state);
    begin
      insert into kill_writes (state, number) values (new.state, this);
      if exists (select from kill_gate where state = new.state and number = this) then perform pg_sleep(60); end if;
      return new;
    end $$;
    create trigger kill_watch before update on operations for each row execute function kill_watch();
    do $$ begin execute format('alter database %I set client_connection_check_interval = 50', current_database()); end $$;
  `);
}

export async function resetWrites(point: KillPoint | null): Promise<void> {
  await pool().query("delete from kill_gate; delete from kill_writes");
  if (point?.at !== "write") return;
  await pool().query("insert into kill_gate values ($1, $2)", [point.name, point.number]);
}

async function writesSeen(): Promise<{ state: string; number: number }[]> {
  const { rows } = await pool().query("select state, number from kill_writes order by id");
  return rows;
}

/** True while the write that the gate names is being held. */
export async function isHeld(): Promise<boolean> {
  const { rows } = await pool().query(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
  );
  return rows.length > 0;
}

export const openGate = () => pool().query("delete from kill_gate");

/** The points of one undisturbed run: each write and, before and after its effect, each call; of each name the first ones. */
export async function pointsOf(seen: readonly ProxiedRequest[]): Promise<KillPoint[]> {
  const writes = (await writesSeen())
    .filter(({ state, number }) => number <= (POLLED.has(state) ? 1 : WRITES_OF_A_STATE))
    .map(({ state, number }) => ({ at: "write" as const, number, name: state }));
  const counts = new Map<string, number>();
  const calls = seen.flatMap((request): KillPoint[] => {
    const name = nameOf(request);
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    if (number > CALLS_OF_A_NAME) return [];
    return [
      { at: "before", number, name },
      { at: "after", number, name },
    ];
  });
  return [...writes, ...calls];
}

/** The same in the next batch is the same place; how often a transaction is looked at depends on the moment. */
const [WRITES_OF_A_STATE, CALLS_OF_A_NAME] = [4, 2];
const POLLED = new Set(["sent"]);

/** Tells the proxy where to strike. */
export function aim(proxy: FaultyProxy, { at, number, name }: KillPoint, strike: () => void): void {
  if (at === "write") return;
  let met = 0;
  const isIt = (request: ProxiedRequest) => nameOf(request) === name && ++met === number;
  proxy.fail(isIt, at === "before" ? "cut-before" : "cut-after", 1, strike);
}

export const wordsOf = ({ at, number, name }: KillPoint): string => `${at} ${name} (${number})`;
