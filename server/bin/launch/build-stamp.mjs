import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { readJson, writeWhole } from "./paths.mjs";

const FOLDERS = ["app", "components", "lib", "public", "server"];
const ROOT_FILES =
  /^(next\.config|postcss\.config|proxy|instrumentation|tsconfig|package-lock)[\w.-]*\.(ts|mjs|json)$/;
const isTest = (name) => /\.test\.tsx?$/.test(name);

/** Hash over everything a build reads: the source folders without their tests, and the configuration at the root. */
export function hashSources(root) {
  const hash = createHash("sha256");
  const rootFiles = fs
    .readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && ROOT_FILES.test(entry.name))
    .map((entry) => entry.name);
  for (const file of [...rootFiles, ...FOLDERS.flatMap((folder) => filesBelow(root, folder))].sort()) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(root, folder) {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}

const stampOf = (root, dir) => path.join(root, dir, "ampdesk-build.json");

export const isBuilt = (root, dir) => readJson(stampOf(root, dir))?.sources === hashSources(root);

export const removeStamp = (root, dir) => fs.rmSync(stampOf(root, dir), { force: true });

export const writeStamp = (root, dir, sources) =>
  writeWhole(stampOf(root, dir), JSON.stringify({ sources, node: process.versions.node }), 0o644);
