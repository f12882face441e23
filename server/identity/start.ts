import type { IdentityEnv } from "@/server/platform/env";
import { ChainSettingsBook } from "./chains/settings";
import type { IdentityConfig } from "./config";
import { type IdentityDatabase, openIdentityDatabase } from "./db/client";
import { identityHandler } from "./http";
import { createIdentity } from "./service";

export interface RunningIdentity {
  handler: (request: Request) => Promise<Response>;
  stop(): Promise<void>;
}

/** Brings the tables up to date and opens the service. @throws Error naming what is wrong with its configuration */
export async function startIdentity(env: IdentityEnv): Promise<RunningIdentity> {
  const config = configOf(env);
  const database: IdentityDatabase = await openIdentityDatabase(
    env.IDENTITY_DATABASE_URL ?? env.DATABASE_URL ?? "",
  );
  try {
    const identity = await createIdentity(config, database);
    return { handler: identityHandler(identity), stop: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export function configOf(env: IdentityEnv): IdentityConfig {
  const origins = env.IDENTITY_ALLOWED_ORIGINS;
  return {
    mode: env.IDENTITY_STRICT ? "strict" : "default",
    fixes: env.IDENTITY_FIXES,
    secretKey: Buffer.from(env.IDENTITY_SECRET_KEY ?? env.AMPDESK_SECRET_KEY ?? "", "hex"),
    ...(env.IDENTITY_JWT_PRIVATE_KEY ? { signingKey: env.IDENTITY_JWT_PRIVATE_KEY } : {}),
    otherPublicKeys: env.IDENTITY_JWT_OTHER_PUBLIC_KEYS,
    accessMinutes: env.IDENTITY_ACCESS_MINUTES,
    refreshMinutes: env.IDENTITY_REFRESH_MINUTES,
    textMinutes: env.IDENTITY_TEXT_MINUTES,
    allowedOrigins: origins.length > 0 ? origins : ["*"],
    infuraId: env.INFURA_ID,
    faucetEnabled: env.IDENTITY_FAUCET,
    autoInvestEnabled: env.IDENTITY_AUTO_INVEST,
    chains: chainsOf(env.IDENTITY_CHAINS),
  };
}

/** The values are operators' keys: what is wrong is named by its place alone. */
function chainsOf(given: unknown): IdentityConfig["chains"] {
  const parsed = ChainSettingsBook.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`IDENTITY_CHAINS is not as .env.example shows it.\n  ${problems.join("\n  ")}`);
}
