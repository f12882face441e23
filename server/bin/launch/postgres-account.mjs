import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/**
 * The account that PostgreSQL runs under. It refuses to run as root, and its initdb wants an account that the
 * system knows by name. Root therefore lends it an existing one and creates none (decision 0003).
 * @param dataFolder an existing data folder keeps its owner
 * @returns {{uid?: number, gid?: number, name: string}}
 */
export function postgresAccount(dataFolder) {
  if (process.getuid?.() !== 0) return { name: "" };
  const owner = fs.existsSync(dataFolder) ? fs.statSync(dataFolder) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
  for (const name of ["postgres", "nobody"]) {
    const ids = idsOf(name);
    if (ids) return { ...ids, name };
  }
  throw new Error(
    "PostgreSQL does not run as root and there is no user named nobody. Run as another user, or set DATABASE_URL.",
  );
}

function idsOf(name) {
  try {
    const id = (flag) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function nameOf(uid) {
  try {
    return execFileSync("id", ["-un", String(uid)], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return String(uid);
  }
}

/** True when the account can enter `folder`; the answer comes from the system, not from reading modes. */
export function canEnter(account, folder) {
  if (account.uid === undefined) return true;
  const args = ["-c", 'cd "$1"', "sh", folder];
  return (
    spawnSync("/bin/sh", args, { uid: account.uid, gid: account.gid, cwd: "/", stdio: "ignore" }).status === 0
  );
}

/** Undefined when the account can run the program, else what the system said. */
export function problemRunning(account, program) {
  const { uid, gid } = account;
  const result = spawnSync(program, ["--version"], { uid, gid, cwd: "/", encoding: "utf8", env: {} });
  if (result.error) return result.error.message;
  return result.status === 0 ? undefined : result.stderr.trim() || `it ended with code ${result.status}`;
}

/** Gives the account a folder of its own that nobody else may enter. */
export function ownFolder(account, folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) fs.chownSync(folder, account.uid, account.gid);
}

/** Opens a copied program tree for reading by everybody; links keep pointing inside it. */
export function openTree(folder) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) openTree(full);
    else if (entry.isFile()) fs.chmodSync(full, 0o755);
  }
}
