import { Agent, request as open } from "node:http";
import { sql } from "drizzle-orm";
import { seedOf } from "@/server/platform/testing";
import type { World } from "./world";

/** A request as bytes, so that it may be as wrong as HTTP itself allows. */
export interface Shot {
  method: string;
  /** From the sandbox's root. */
  path: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface Hit {
  status: number;
  type: string;
  text: string;
  ms: number;
}

const TIMEOUT_MS = 20_000;

/** Sends everything over a few connections that stay open. @returns the answers in the order of the requests */
export async function fire(url: string, shots: readonly Shot[], connections = 8): Promise<Hit[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const hits: Hit[] = [];
  let next = 0;
  const work = async () => {
    while (next < shots.length) {
      const place = next++;
      hits[place] = await send(agent, url, shots[place] as Shot);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return hits;
}

function send(agent: Agent, url: string, { method, path, headers, body }: Shot): Promise<Hit> {
  const start = performance.now();
  const length = body.length > 0 ? { "content-length": String(body.length) } : {};
  return new Promise((resolve, reject) => {
    const outgoing = open(
      `${url}${path}`,
      { agent, method, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", fail);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            type: answer.headers["content-type"] ?? "",
            text: Buffer.concat(chunks).toString(),
            ms: performance.now() - start,
          }),
        );
      },
    );
    const fail = (cause: Error) => reject(new Error(`${method} ${path}: ${cause.message}`, { cause }));
    outgoing.setTimeout(TIMEOUT_MS, () => outgoing.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

/** One hash over every row of every table but the call log. */
export async function digestOf({ database }: World): Promise<string> {
  const tables = await database.db.execute(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'sandbox' and table_name not in ('calls', 'migrations') order by 1`);
  const hashes: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await database.db.execute(sql`
      select md5(coalesce(string_agg(entry::text, E'\n' order by entry::text), '')) as hash
      from sandbox.${sql.identifier(String(name))} as entry`);
    hashes.push(`${name}:${rows[0]?.hash}`);
  }
  return hashes.join("\n");
}

/** What the shots are made from, told for a run that is to be repeated. */
export function fuzzSeed(): number {
  const seed = seedOf("FUZZ_SEED");
  process.stdout.write(`FUZZ_SEED=${seed}\n`);
  return seed;
}
