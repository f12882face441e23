import fs from "node:fs";
import path from "node:path";
import { readJson, writeWhole } from "./paths.mjs";

const here = `${process.platform}-${process.arch}`;
const stampOf = (root) => path.join(root, "node_modules", ".ampdesk-platform");

/**
 * True when `node_modules` holds what `package-lock.json` asks for. npm writes its own list at the end of an
 * installation and removes it at the beginning of the next, so an interrupted one is seen as missing.
 */
export function isInstalled(root) {
  const wanted = readJson(path.join(root, "package-lock.json"));
  const present = readJson(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  const stamp = stampOf(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") !== here) return false;
  return matchesLock(wanted.packages, present.packages);
}

/** Optional packages are those of other platforms: they may be missing, but not be of another version. */
export function matchesLock(wanted, present) {
  return Object.entries(wanted).every(([key, { version, optional, link }]) => {
    if (key === "" || link) return true;
    return present[key] ? present[key].version === version : Boolean(optional);
  });
}

/** npm as this process was started by it, else the one on the path. */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith("npm-cli.js") ? [process.execPath, [cli, ...args]] : ["npm", args];
}

/** `npm ci`, development packages included: the build needs them. */
export async function install({ root, processes }) {
  const [command, args] = npmCommand(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  await processes.run("install", command, args, { cwd: root, env: process.env, timeoutMs: 15 * 60_000 });
  writeWhole(stampOf(root), here, 0o644);
}
