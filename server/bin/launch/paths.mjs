import fs from "node:fs";
import path from "node:path";

/** The folder of the clone; every path below is made from it, never from the caller's working directory. */
export const ProjectRoot = path.resolve(import.meta.dirname, "../../..");

/**
 * The folders of one stack (`demo`, `test`, `bench`) under `.data`.
 * They are made readable for other users even under a strict umask: PostgreSQL started by root runs as another
 * user and has to pass through them. What is secret is a file of mode 0600.
 */
export function dataFolders(root, name) {
  const base = path.join(root, ".data", name);
  const folders = { base, logs: path.join(base, "logs"), postgres: path.join(base, "postgres") };
  for (const folder of [path.join(root, ".data"), base, folders.logs, folders.postgres]) openFolder(folder);
  return folders;
}

function openFolder(folder) {
  if (fs.existsSync(folder)) return;
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o755);
}

/** Writes a small file whole or not at all. */
export function writeWhole(file, text, mode = 0o600) {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, text, { mode });
  fs.renameSync(draft, file);
}

/** The parsed content, or undefined when the file is missing or was cut short. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
