import { flushAmpCalls } from "@/server/audit/amp-calls";
import { forgetDeskEnv } from "@/server/platform/env";
import { setLogLevel } from "@/server/platform/log";
import { createTestDatabase, dropTestDatabase, type Template } from "@/server/sandbox/testing-database";
import { endPools, pool } from "./client";
import { migrateDesk } from "./migrate";

const DESK: Template = { name: "desk", folder: "server/db/migrations", fill: migrateDesk };

export interface TestDesk {
  /** Every row of every table, as text: for tests that search for what must not be stored. */
  dump(): Promise<string>;
  close(): Promise<void>;
}

/**
 * A desk's database of its own with its tables, and the configuration of this process pointing at it. Once per test
 * file, before anything reads the configuration. Needs TEST_DATABASE_URL.
 */
export async function openTestDesk(env: Record<string, string> = {}): Promise<TestDesk> {
  const databaseUrl = await createTestDatabase(DESK);
  for (const name of Object.keys(process.env)) {
    if (/^(AMP_|AMPDESK_|SANDBOX_)/.test(name)) delete process.env[name];
  }
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a-secret-of-the-contract-tests-only",
    AMPDESK_SECRET_KEY: "c0ffee".repeat(10).padEnd(64, "0"),
    ...env,
  });
  forgetDeskEnv();
  await endPools(); // whoever still worked for the desk before may have opened another one
  setLogLevel("error");
  return {
    dump,
    close: async () => {
      await flushAmpCalls(); // the last ones are written half a second behind
      await endPools();
      await dropTestDatabase(databaseUrl);
    },
  };
}

/** The desk's connection to a sandbox: its AMP, and its wallet `treasury` for the account `issuer`. */
export const sandboxEnv = (url: string): Record<string, string> => ({
  AMP_SANDBOX_URL: `${url}/api`,
  AMP_SANDBOX_NODE_URL: nodeUrl(url),
  AMP_SANDBOX_NODE_ACCOUNT: "issuer",
  AMP_SANDBOX_SITES_URL: `${url}/sites/{domain}`,
});

/** The treasury wallet of a sandbox with its credentials. */
export const nodeUrl = (url: string): string =>
  `${url.replace("://", "://rpcuser:rpcpass@")}/elements/wallet/treasury`;

async function dump(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const tables = await Promise.all(
    rows.map(({ name }) => pool().query<{ row: string }>(`select t::text as row from "${name}" t`)),
  );
  return tables.flatMap((table) => table.rows.map(({ row }) => row)).join("\n");
}
