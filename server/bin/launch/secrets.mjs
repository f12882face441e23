import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { readJson, writeWhole } from "./paths.mjs";

const TOKEN = "IDENTITY_OPERATOR_TOKEN";

/**
 * The desk's two secrets, what it and the sandbox's stand-in for Veriff know each other by, and what opens the operator's
 * routes of its identity service, by which the desk sees a KYC that ended: from the environment,
 * else made once and kept in `<folder>/secrets.json` (mode 0600).
 */
export function deskSecrets(folder, env = process.env) {
  const file = path.join(folder, "secrets.json");
  const kept = readJson(file) ?? {};
  const secrets = {
    AUTH_SECRET: kept.AUTH_SECRET ?? randomBytes(32).toString("base64url"),
    AMPDESK_SECRET_KEY: kept.AMPDESK_SECRET_KEY ?? randomBytes(32).toString("hex"),
    SANDBOX_VERIFF_API_KEY: kept.SANDBOX_VERIFF_API_KEY ?? randomUUID(),
    SANDBOX_VERIFF_PRIVATE_KEY: kept.SANDBOX_VERIFF_PRIVATE_KEY ?? randomBytes(32).toString("hex"),
    [TOKEN]: kept[TOKEN] ?? randomBytes(32).toString("hex"),
  };
  writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`);
  const known = Object.entries(secrets).map(([name, made]) => [name, env[name] || made]);
  // a service elsewhere does not know a token that was made here
  return Object.fromEntries(known.filter(([name]) => name !== TOKEN || !env.IDENTITY_URL || env[TOKEN]));
}
