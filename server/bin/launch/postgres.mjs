import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./ports.mjs";
import { postgresAccount } from "./postgres-account.mjs";
import { connect } from "./postgres-client.mjs";
import {
  initialise,
  readSettings,
  refuseOtherVersion,
  runningServer,
  SERVER_ENV,
  SUPERUSER,
} from "./postgres-files.mjs";
import { outsideFolder, placeProgram } from "./postgres-program.mjs";
import { tail } from "./processes.mjs";

const LOOPBACK_ONLY = ["listen_addresses=127.0.0.1", "unix_socket_directories="];
const QUIET = ["timezone=UTC", "log_timezone=UTC"];
/** For databases that are thrown away: nothing of them has to survive a power cut. */
export const FORGETFUL = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  // Two test files at a time, one of which may hold fifty connections on purpose.
  "max_connections=300",
];

/**
 * Starts the project's own PostgreSQL, or takes over the one that a killed launcher left running.
 * @param folder `.data/<stack>/postgres`
 * @param settings further `name=value` settings of the server
 * @param startOver command that removes the data, for sentences about data that cannot be used
 * @returns {{ url: string, notes: string[] }} URL of the maintenance database, for `makeDatabase`
 */
export async function ensurePostgres({
  root,
  folder,
  processes,
  settings: extra = [],
  startOver = "npm run demo -- --fresh",
}) {
  const known = [folder, outsideFolder(folder)].map((home) => path.join(home, "data")).find(fs.existsSync);
  const account = postgresAccount(known ?? path.join(folder, "data"));
  const { bin, home, notes } = placeProgram({ root, folder, account });
  const data = path.join(home, "data");
  const { settings, save } = readSettings(folder, data, startOver);
  save({});
  const { password, port: rememberedPort } = settings;
  if (!fs.existsSync(data))
    await initialise({ processes, bin, home, account, password, isForgetful: extra === FORGETFUL });
  const server = { root, processes, bin, data, account, password, extra, startOver };
  refuseOtherVersion(server);
  const port = await startOrAttach(server, rememberedPort);
  save({ port });
  return { url: urlOf(server, port), notes };
}

const urlOf = ({ password }, port) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;

async function startOrAttach(server, rememberedPort) {
  const until = Date.now() + 60_000;
  let preferred = rememberedPort;
  for (let failures = 0; failures < 5 && Date.now() < until; ) {
    const running = runningServer(server.data);
    if (!running) {
      const port = await freePort(preferred);
      if (await startAt(server, port, until)) return port;
      preferred = undefined;
      failures++;
    } else if (await isOurs(server, running.port)) {
      server.processes.adopt("postgres", running.pid, { signal: "SIGINT", last: true });
      return running.port;
    } else {
      await sleep(200);
    }
  }
  throw new Error(
    `PostgreSQL did not start. The end of its log:\n${tail(server.processes.logFile("postgres"))}`,
  );
}

async function startAt(server, port, until) {
  const { processes, bin, data, account, extra } = server;
  const settings = [...LOOPBACK_ONLY, ...QUIET, ...extra].flatMap((setting) => ["-c", setting]);
  const { uid, gid } = account;
  const options = { uid, gid, cwd: "/", env: SERVER_ENV, signal: "SIGINT", last: true, stays: false };
  const child = processes.start(
    "postgres",
    path.join(bin, "postgres"),
    ["-D", data, "-p", `${port}`, ...settings],
    options,
  );
  child.on("error", () => {});
  while (child.exitCode === null && child.signalCode === null && child.pid && Date.now() < until) {
    if (await isOurs(server, port)) {
      processes.mustStay("postgres", child);
      return true;
    }
    await sleep(50);
  }
  return false;
}

/** True when the server on `port` knows our password and serves our data folder. */
async function isOurs(server, port) {
  let client;
  try {
    client = await connect(server.root, urlOf(server, port), 2000);
    const { rows } = await client.query("show data_directory");
    return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(server.data);
  } catch {
    return false;
  } finally {
    await client?.end().catch(() => {});
  }
}

/** Removes the data, wherever it lies. The server must have ended. */
export function removePostgres(folder) {
  for (const place of [folder, outsideFolder(folder)]) fs.rmSync(place, { recursive: true, force: true });
}
