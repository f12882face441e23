import { randomBytes } from "node:crypto";
import path from "node:path";
import { readJson, writeWhole } from "./paths.mjs";

/** The desk's two secrets: from the environment, else made once and kept in `<folder>/secrets.json` (mode 0600). */
export function deskSecrets(folder, env = process.env) {
  const file = path.join(folder, "secrets.json");
  const kept = readJson(file) ?? {};
  const secrets = {
    AUTH_SECRET: kept.AUTH_SECRET ?? randomBytes(32).toString("base64url"),
    AMPDESK_SECRET_KEY: kept.AMPDESK_SECRET_KEY ?? randomBytes(32).toString("hex"),
  };
  writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return {
    AUTH_SECRET: env.AUTH_SECRET || secrets.AUTH_SECRET,
    AMPDESK_SECRET_KEY: env.AMPDESK_SECRET_KEY || secrets.AMPDESK_SECRET_KEY,
  };
}
