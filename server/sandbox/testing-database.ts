import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";

/** Tables that many test files begin with: made once per PostgreSQL and copied for each of them. */
export interface Template {
  name: string;
  /** Where its migrations are; another migration makes another template. */
  folder: string;
  fill(databaseUrl: string): Promise<void>;
}

/** A fresh database for one test file, empty or with the template's tables. @returns its URL */
export async function createTestDatabase(template?: Template): Promise<string> {
  const name = `sandbox_${randomBytes(6).toString("hex")}`;
  const like = template ? ` template ${await filled(template)}` : "";
  await asAdmin((run) => run(`create database ${name}${like}`));
  return urlOf(name);
}

export const dropTestDatabase = (databaseUrl: string): Promise<void> =>
  asAdmin((run) => run(`drop database if exists ${new URL(databaseUrl).pathname.slice(1)} with (force)`));

const TEMPLATE_LOCK = 41_900;
const known = new Set<string>();

/** Several test files ask at once; one fills it, under a name that only counts once it is whole. */
async function filled({ name, folder, fill }: Template): Promise<string> {
  const whole = `template_${name}_${digestOf(folder)}`;
  if (known.has(whole)) return whole;
  await asAdmin(async (run) => {
    await run(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
    if ((await run(`select 1 from pg_database where datname = '${whole}'`)) > 0) return;
    const half = `${whole}_half`;
    await run(`drop database if exists ${half} with (force)`);
    await run(`create database ${half}`);
    await fill(urlOf(half));
    await run(`alter database ${half} rename to ${whole}`);
  });
  known.add(whole);
  return whole;
}

function digestOf(folder: string): string {
  const hash = createHash("sha256");
  for (const file of fs.readdirSync(folder).filter((entry) => entry.endsWith(".sql")))
    hash.update(file).update(fs.readFileSync(path.join(folder, file)));
  return hash.digest("hex").slice(0, 12);
}

function urlOf(name: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return url;
  throw new Error(
    "TEST_DATABASE_URL is not set: contract tests need a PostgreSQL that lets them create databases.",
  );
}

type Run = (statement: string) => Promise<number>;

async function asAdmin(work: (run: Run) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await work(async (statement) => (await client.query(statement)).rowCount ?? 0);
  } finally {
    await client.end();
  }
}
