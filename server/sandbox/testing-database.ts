import { randomBytes } from "node:crypto";
import pg from "pg";

/** A fresh, empty database for one test file. @returns its URL */
export async function createTestDatabase(): Promise<string> {
  const name = `sandbox_${randomBytes(6).toString("hex")}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

export const dropTestDatabase = (databaseUrl: string): Promise<void> =>
  asAdmin(`drop database if exists ${new URL(databaseUrl).pathname.slice(1)} with (force)`);

function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return url;
  throw new Error(
    "TEST_DATABASE_URL is not set: contract tests need a PostgreSQL that lets them create databases.",
  );
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
