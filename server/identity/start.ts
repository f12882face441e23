import type { IdentityEnv } from "@/server/platform/env";
import { ChainSettingsBook } from "./chains/settings";
import type { IdentityConfig } from "./config";
import { type IdentityDatabase, openIdentityDatabase } from "./db/client";
import type { RunningGrpc } from "./grpc/server";
import { grpcSettings } from "./grpc/settings";
import { identityHandler } from "./http";
import { startUpkeep } from "./kyc/upkeep";
import { LimitChanges, limitsWith } from "./limits/settings";
import { type RunningQueues, startQueues } from "./queues/start";
import { createIdentity, type Identity } from "./service";

export interface RunningIdentity {
  handler: (request: Request, peer?: string) => Promise<Response>;
  stop(): Promise<void>;
}

/**
 * Brings the tables up to date and opens the service.
 * @param isHosted within the desk: its worker carries out what is queued, and its portal is the service's client
 * @throws Error naming what is wrong with its configuration
 */
export async function startIdentity(env: IdentityEnv, { isHosted = false } = {}): Promise<RunningIdentity> {
  if (isHosted) refuseUnusableFaucet(env);
  return open(env, async (identity) => {
    const grpc = await startGrpcIfWanted(env, identity);
    const endUpkeep = startUpkeep(identity);
    const queues = isHosted ? null : startQueues(identity);
    const stop = async () => {
      await endUpkeep();
      await queues?.stop();
      await grpc?.close();
      await identity.database.close();
    };
    return { handler: identityHandler(identity), stop };
  });
}

/** The queues alone, beside a service that leaves them out; null where no chain is set up. */
export async function startIdentityQueues(env: IdentityEnv): Promise<RunningQueues | null> {
  if (!env.IDENTITY_CHAINS) return null;
  return open(env, async (identity) => {
    const queues = startQueues(identity);
    const stop = async () => {
      await queues.stop();
      await identity.database.close();
    };
    return { stop };
  });
}

async function open<T>(env: IdentityEnv, start: (identity: Identity) => Promise<T>): Promise<T> {
  const config = configOf(env);
  const database: IdentityDatabase = await openIdentityDatabase(
    env.IDENTITY_DATABASE_URL ?? env.DATABASE_URL ?? "",
  );
  try {
    return await start(await createIdentity(config, database));
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Loaded only where it is served: it is large. */
async function startGrpcIfWanted(env: IdentityEnv, identity: Identity): Promise<RunningGrpc | null> {
  const settings = grpcSettings(env);
  if (!settings) return null;
  const { startGrpc } = await import("./grpc/server");
  return startGrpc(identity, settings);
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
    trustedProxies: env.IDENTITY_TRUSTED_PROXIES,
    limits: limitsOf(env.IDENTITY_LIMITS),
    origins: env.IDENTITY_ORIGINS,
    takesMessages: env.IDENTITY_BY_MESSAGE,
    veriff: veriffOf(env),
    publicUrl: env.IDENTITY_PUBLIC_URL ?? null,
    acceptedRiskLabels: env.IDENTITY_ACCEPT_RISK_LABELS,
    onePersonOneWallet: env.IDENTITY_ONE_PERSON_ONE_WALLET,
    kycRetentionDays: env.IDENTITY_KYC_RETENTION_DAYS,
    testKyc: testKycOf(env),
    operatorToken: env.IDENTITY_OPERATOR_TOKEN ?? null,
    infuraId: env.INFURA_ID,
    faucetEnabled: env.IDENTITY_FAUCET,
    faucetCooldownHours: env.IDENTITY_FAUCET_COOLDOWN_HOURS,
    recaptcha: recaptchaOf(env),
    queue: {
      pollingMs: env.IDENTITY_QUEUE_POLLING_MS,
      initialDelayMs: env.IDENTITY_QUEUE_INITIAL_DELAY_MS,
      miningPeriodMs: env.IDENTITY_QUEUE_MINING_PERIOD_MS,
      maxAddressesPerTask: env.IDENTITY_QUEUE_BATCH,
      triesAtMost: env.IDENTITY_QUEUE_TRIES,
      backOffMs: env.IDENTITY_QUEUE_BACK_OFF_MS,
      gasLimits: { whitelist: env.IDENTITY_WHITELIST_GAS, faucet: env.IDENTITY_FAUCET_GAS },
    },
    autoInvestEnabled: env.IDENTITY_AUTO_INVEST,
    investQueue: {
      pollingMs: env.IDENTITY_INVEST_POLLING_MS,
      initialDelayMs: env.IDENTITY_INVEST_INITIAL_DELAY_MS,
      miningPeriodMs: env.IDENTITY_INVEST_MINING_PERIOD_MS,
      timeoutMs: env.IDENTITY_INVEST_TIMEOUT_DAYS * 86_400_000,
      gasLimit: env.IDENTITY_INVEST_GAS,
    },
    pinata: {
      jwt: env.PINATA_JWT,
      url: env.PINATA_URL,
      maxUses: env.PINATA_MAX_USES,
      keysPerDay: env.PINATA_KEYS_PER_DAY,
      keyHours: env.PINATA_KEY_HOURS,
    },
    chains: chainsOf(env.IDENTITY_CHAINS),
  };
}

function recaptchaOf(env: IdentityEnv): IdentityConfig["recaptcha"] {
  if (env.RECAPTCHA_ENABLED && !env.RECAPTCHA_SECRET) {
    throw new Error("RECAPTCHA_ENABLED needs RECAPTCHA_SECRET.");
  }
  return {
    isEnabled: env.RECAPTCHA_ENABLED,
    secret: env.RECAPTCHA_SECRET,
    siteKey: env.RECAPTCHA_SITE_KEY ?? null,
    minimumScore: env.RECAPTCHA_SCORE,
    url: env.RECAPTCHA_URL,
    action: env.RECAPTCHA_ACTION,
    hostNames: env.RECAPTCHA_HOSTS,
  };
}

/**
 * The desk's own portal shows reCAPTCHA only with the site key: without it Google would turn everybody away. Other
 * clients know theirs themselves.
 * @throws Error naming what is missing
 */
export function refuseUnusableFaucet(env: IdentityEnv): void {
  if (env.IDENTITY_URL || !env.RECAPTCHA_ENABLED || env.RECAPTCHA_SITE_KEY) return;
  throw new Error(
    "RECAPTCHA_ENABLED needs RECAPTCHA_SITE_KEY: without it the desk's portal cannot ask Google, and every call of the faucet would be refused.",
  );
}

function limitsOf(given: unknown): IdentityConfig["limits"] {
  if (given === "off") return null;
  const parsed = LimitChanges.safeParse(given ?? {});
  if (parsed.success) return limitsWith(parsed.data);
  throw new Error("IDENTITY_LIMITS is not as .env.example shows it.");
}

function veriffOf(env: IdentityEnv): IdentityConfig["veriff"] {
  const { VERIFF_API_KEY: apiKey, VERIFF_PRIVATE_KEY: privateKey } = env;
  if (!apiKey && !privateKey) return null;
  if (!apiKey || !privateKey) throw new Error("VERIFF_API_KEY and VERIFF_PRIVATE_KEY go together.");
  const baseUrl = env.VERIFF_BASE_URL.replace(/\/+$/, "");
  return { apiKey, privateKey, baseUrl, timeoutMs: env.VERIFF_TIMEOUT_MS };
}

function testKycOf(env: IdentityEnv): boolean {
  if (env.IDENTITY_TEST_KYC && env.IDENTITY_PRODUCTION)
    throw new Error(
      "IDENTITY_TEST_KYC=true verifies people who were never looked at: not with IDENTITY_PRODUCTION=true.",
    );
  return env.IDENTITY_TEST_KYC;
}

/** The values are operators' keys: what is wrong is named by its place alone. */
function chainsOf(given: unknown): IdentityConfig["chains"] {
  const parsed = ChainSettingsBook.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`IDENTITY_CHAINS is not as .env.example shows it.\n  ${problems.join("\n  ")}`);
}
