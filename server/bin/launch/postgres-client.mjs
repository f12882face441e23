import { createRequire } from "node:module";
import path from "node:path";

/** A connected client of the installed driver; it is loaded late, because a bare clone has none yet. */
export async function connect(root, url, timeoutMs = 5000) {
  const { Client } = createRequire(path.join(root, "package.json"))("pg");
  const client = new Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/**
 * Makes the database `name` unless it exists; `isFresh` drops an old one first.
 * @returns its URL
 */
export async function makeDatabase(root, serverUrl, name, { isFresh = false } = {}) {
  const client = await connect(root, serverUrl);
  try {
    const quoted = client.escapeIdentifier(name);
    if (isFresh) await client.query(`drop database if exists ${quoted} with (force)`);
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${quoted}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
