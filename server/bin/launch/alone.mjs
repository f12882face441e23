import path from "node:path";
import { isBuilt } from "./build-stamp.mjs";
import { waitForHttp } from "./http.mjs";
import { install, isInstalled } from "./install.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { makeDatabase } from "./postgres-client.mjs";

/** Seeds and migrations take their time on a slow machine. */
const START_MS = 10 * 60_000;
const BUILD_MS = 5 * 60_000;

/**
 * What `npm run sandbox` and `npm run identity` have in common: packages, the bundle of one entry, a database of its
 * own unless one is named, and the process itself, up to its first healthy answer.
 * @param entry a name in server/bin, also of its folder in .data and of its database
 * @param environment made when the database's URL is known
 */
export async function startAlone(session, { entry, databaseUrl, environment, healthUrl, startOver }) {
  const { root, progress, processes } = session;
  const dir = `.data/${entry}/build`;
  if (!isInstalled(root)) await progress.step("Installing packages", () => install(session));
  if (!isBuilt(root, dir)) await progress.step("Building", () => buildEntry(session, entry, dir));
  const url =
    databaseUrl || (await progress.step("Starting PostgreSQL", () => embeddedUrl(session, entry, startOver)));
  await progress.step("Starting", async () => {
    const file = path.join(root, dir, `bin/${entry}.mjs`);
    const env = { ...process.env, NODE_ENV: "production", ...environment(url) };
    processes.start(entry, process.execPath, [file], { cwd: root, env });
    const isGivenUp = () => processes.isEnding || processes.hasCrashed;
    await waitForHttp(healthUrl, { timeoutMs: START_MS, isGivenUp });
  });
}

async function buildEntry({ root, processes }, entry, dir) {
  const args = [path.join(root, "server/bin/build.mjs"), "--dir", dir, "--only", entry];
  await processes.run("build", process.execPath, args, {
    cwd: root,
    env: process.env,
    timeoutMs: BUILD_MS,
  });
}

async function embeddedUrl({ root, folders, processes, progress }, entry, startOver) {
  const { url, notes } = await ensurePostgres({ root, folder: folders.postgres, processes, startOver });
  for (const note of notes) progress.say(`  note    ${note}`);
  return makeDatabase(root, url, entry);
}
