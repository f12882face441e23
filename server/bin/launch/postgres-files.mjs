import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { startedAt } from "./alive.mjs";
import { readJson, writeWhole } from "./paths.mjs";
import { ownFolder } from "./postgres-account.mjs";

const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
export const SUPERUSER = "ampdesk";
/** The server needs none of our environment, and least of all our secrets. */
export const SERVER_ENV = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };

/**
 * Password and last port of one embedded server, made at the first start.
 * @throws Error when there is a database but no password for it any more
 */
export function readSettings(folder, data, startOver) {
  const file = path.join(folder, "settings.json");
  const known = readJson(file);
  if (!known && fs.existsSync(data)) {
    throw new Error(
      `${file} with the password of the database in ${data} is missing. Start over with: ${startOver}`,
    );
  }
  const settings = known ?? { password: randomBytes(24).toString("hex") };
  return { settings, save: (changed) => writeWhole(file, JSON.stringify({ ...settings, ...changed })) };
}

/**
 * Makes the data folder under a passing name and moves it into place when it is whole, so that one interrupted
 * half-way is never mistaken for a database.
 */
export async function initialise({ processes, bin, home, account, password, isForgetful }) {
  for (const name of fs.readdirSync(home).filter((name) => name.startsWith("initdb-"))) {
    fs.rmSync(path.join(home, name), { recursive: true, force: true });
  }
  const draft = path.join(home, `initdb-${randomBytes(4).toString("hex")}`);
  ownFolder(account, draft);
  const secret = path.join(draft, "password");
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (account.uid !== undefined) fs.chownSync(secret, account.uid, account.gid);
  const args = [
    `--pgdata=${draft}/data`,
    `--username=${SUPERUSER}`,
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
  ];
  const { uid, gid } = account;
  const options = { uid, gid, cwd: "/", env: SERVER_ENV, timeoutMs: 120_000 };
  await processes.run(
    "initdb",
    path.join(bin, "initdb"),
    [...args, ...LOCALE, ...(isForgetful ? ["--no-sync"] : [])],
    options,
  );
  fs.renameSync(path.join(draft, "data"), path.join(home, "data"));
  fs.rmSync(draft, { recursive: true, force: true });
}

/** @throws Error when the data was written by another major version than the program's */
export function refuseOtherVersion({ bin, data, account, startOver }) {
  const { uid, gid } = account;
  const program = execFileSync(path.join(bin, "postgres"), ["--version"], {
    uid,
    gid,
    cwd: "/",
    encoding: "utf8",
    env: {},
  });
  const wanted = /\d+/.exec(program)?.[0];
  const found = fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (found === wanted) return;
  throw new Error(
    `The database in ${data} was written by PostgreSQL ${found}, and this is ${wanted}. Export it with the older version, or start over with: ${startOver}`,
  );
}

/**
 * The server that holds this data folder, as its pid file tells; undefined when there is none. A pid file whose
 * pid now belongs to another program is left over from a kill and is removed.
 */
export function runningServer(data) {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const [pid, , , port] = fs.readFileSync(file, "utf8").split("\n").map(Number);
  if (isPostgres(pid)) return { pid, port };
  fs.rmSync(file, { force: true });
  return undefined;
}

function isPostgres(pid) {
  if (!startedAt(pid)) return false;
  try {
    if (process.platform === "linux")
      return path.basename(fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim()) === "postgres";
    return /postgres/.test(execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return false;
  }
}
