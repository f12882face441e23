import { z } from "zod";
import { MAX_RECIPIENTS } from "@/lib/domain/operation";
import { SANDBOX_VERIFF } from "@/lib/domain/veriff";

/**
 * The one reader of process.env. Each process reads its own part, once, at its start; a missing or wrong value
 * ends the process with the variable's name and never with its value.
 */

const port = z.coerce.number().int().min(1).max(65535);
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must be a postgres:// URL");

const Environment = z.enum(["live", "testnet", "sandbox"]);
export type EnvironmentName = z.infer<typeof Environment>;

const DeskEnv = z
  .object({
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
    AMPDESK_SECRET_KEY: z.string().regex(/^[0-9a-f]{64}$/, "must be 32 bytes as 64 hex characters"),
    AMPDESK_URL: z.url().optional(),
    AMPDESK_SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(60),
    AMPDESK_SESSION_HOURS: z.coerce.number().int().positive().default(12),
    /** Proxies before the desk that write X-Forwarded-For; without one nobody's address is known. */
    AMPDESK_TRUSTED_PROXIES: z.coerce.number().int().nonnegative().max(10).default(0),
    /** How long the log of calls of AMP is kept; 0 = for ever. */
    AMP_CALL_LOG_DAYS: z.coerce.number().int().nonnegative().default(30),
    AMP_TIMEOUT_MS: z.coerce.number().int().positive().default(20_000),
    NODE_TIMEOUT_MS: z.coerce.number().int().positive().default(60_000),
    /** How long after a payment without an answer its effect may still come; only then may it be sent anew. */
    TREASURY_SETTLE_MS: z.coerce.number().int().positive().default(180_000),
    /** How often a sent transaction is looked at. */
    TREASURY_POLL_MS: z.coerce.number().int().positive().default(3_000),
    /** Recipients of one distribution transaction; a node refuses more confidential ones than the largest value. */
    TREASURY_BATCH_SIZE: z.coerce.number().int().min(1).max(MAX_RECIPIENTS).default(60),
    /** How often the worker reads what pages are served from again, AMP's long lists and what assets moved; 0 = never. */
    MIRROR_SECONDS: z.coerce.number().int().nonnegative().default(300),
    /** How often the worker lays AMP's books, the treasury wallet and the chain beside each other. */
    WATCH_SECONDS: z.coerce.number().int().nonnegative().default(60),
    /** Mail server for notifications, smtp:// or smtps://; may carry a user name and password. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Whom notifications come from. */
    SMTP_FROM: z.string().optional(),
    /** host:port of webhooks that may be within the operator's own network. */
    NOTIFY_WEBHOOK_HOSTS: z
      .string()
      .default("")
      .transform((text) => text.split(",").flatMap((host) => host.trim() || [])),
    /** How long the worker rests between two looks for work. */
    WORKER_IDLE_MS: z.coerce.number().int().positive().default(1_000),
    AMP_LIVE_URL: z.url().optional(),
    AMP_LIVE_NODE_URL: z.url().optional(),
    AMP_LIVE_NODE_ACCOUNT: z.string().optional(),
    AMP_LIVE_EXPLORER_URL: z.url().default("https://blockstream.info/liquid"),
    AMP_TESTNET_URL: z.url().optional(),
    AMP_TESTNET_NODE_URL: z.url().optional(),
    AMP_TESTNET_NODE_ACCOUNT: z.string().optional(),
    AMP_TESTNET_EXPLORER_URL: z.url().default("https://blockstream.info/liquidtestnet"),
    AMP_SANDBOX_URL: z.url().optional(),
    AMP_SANDBOX_NODE_URL: z.url().optional(),
    AMP_SANDBOX_NODE_ACCOUNT: z.string().optional(),
    AMP_SANDBOX_EXPLORER_URL: z.url().optional(),
    AMP_SANDBOX_NETWORK: z.enum(["liquid", "testnet", "regtest"]).default("testnet"),
    /** Where the web sites of a sandbox's issuers are, with {domain} in it; without it the real ones are asked. */
    AMP_SANDBOX_SITES_URL: z
      .url()
      .refine((text) => text.includes("{domain}"), "must contain {domain}")
      .optional(),
    /** The sandbox's own knobs, e.g. http://127.0.0.1:4000/control; without it /sandbox only says so. */
    SANDBOX_CONTROL_URL: z.url().optional(),
    /** An identity service elsewhere; without it the portal uses the desk's own. */
    IDENTITY_URL: z.url().optional(),
    IDENTITY_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
    /** The identity service's operator's: with it the desk sees of every wallet whether its KYC holds, session or not. */
    IDENTITY_OPERATOR_TOKEN: z.string().min(32).optional(),
    /** Where the desk itself listens: Next tells its port here, in its own process alone. */
    PORT: port.optional(),
    PORTAL_SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(1_440),
    PORTAL_SESSION_HOURS: z.coerce.number().int().positive().default(720),
    /** Offers WalletConnect in the portal; public by nature. The proxy reads it too, for the content security policy. */
    WALLETCONNECT_PROJECT_ID: z
      .string()
      .regex(/^[0-9a-f]{32}$/i, "must be 32 hex characters")
      .optional(),
    /** Where documents of the portal are uploaded; the keys come from the identity service. */
    PINATA_URL: z.url().default("https://api.pinata.cloud"),
    /** The desk reads the nodes alone, to check what contract wallets sign. */
    IDENTITY_CHAINS: z.string().optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  })
  .superRefine((env, context) => {
    // A call may take effect as long as somebody may still be waiting for its answer.
    for (const name of ["NODE_TIMEOUT_MS", "AMP_TIMEOUT_MS"] as const)
      if (env.TREASURY_SETTLE_MS <= env[name])
        context.addIssue({
          code: "custom",
          path: ["TREASURY_SETTLE_MS"],
          message: `must be larger than ${name}, or a payment could be sent again while the first one is still being carried out`,
        });
  });
export type DeskEnv = z.infer<typeof DeskEnv>;

const CURVE_ORDER = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

const SandboxEnv = z.object({
  SANDBOX_DATABASE_URL: databaseUrl,
  SANDBOX_HOST: z.string().default("127.0.0.1"),
  SANDBOX_PORT: port.default(4000),
  SANDBOX_NETWORK: z.enum(["liquid", "testnet", "regtest"]).default("testnet"),
  /** 0 = blocks only on demand */
  SANDBOX_BLOCK_SECONDS: z.coerce.number().nonnegative().default(5),
  SANDBOX_RPC_USER: z.string().min(1).default("rpcuser"),
  SANDBOX_RPC_PASSWORD: z.string().min(1).default("rpcpass"),
  /** Where a domain's web site is, with {domain} in it; without it the sandbox serves the sites itself. */
  SANDBOX_SITES_URL: z
    .url()
    .refine((text) => text.includes("{domain}"), "must contain {domain}")
    .optional(),
  /** AMP's key for messages to issuers' endpoints; without it the world has one of its own. */
  SANDBOX_AUTHORIZER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be 32 bytes as 64 hex characters")
    .refine((key) => key > "0".repeat(64) && key < CURVE_ORDER, "must be a private key of secp256k1")
    .optional(),
  /** The oldest calls leave the call log when there are more. */
  SANDBOX_CALL_LOG_ROWS: z.coerce.number().int().min(1).max(10_000_000).default(100_000),
  /** What a service and the stand-in for Veriff know each other by. */
  SANDBOX_VERIFF_API_KEY: z.string().min(1).default(SANDBOX_VERIFF.apiKey),
  SANDBOX_VERIFF_PRIVATE_KEY: z.string().min(1).default(SANDBOX_VERIFF.privateKey),
  /** Where the stand-in's webhooks go: /event and /decision are put behind it. */
  SANDBOX_VERIFF_WEBHOOK_URL: z.url().default(SANDBOX_VERIFF.webhookUrl),
  /** Where people go after a verification whose session names no address. */
  SANDBOX_VERIFF_CALLBACK_URL: z.url().optional(),
  SANDBOX_SEED: z.enum(["small", "tutorial", "large", "empty"]).default("small"),
  /** own: a chain and a node of its own; node: AMP alone, over the chain of the node below */
  SANDBOX_CHAIN: z.enum(["own", "node"]).default("own"),
  ELEMENTS_RPC_URL: z.url().optional(),
  ELEMENTS_RPC_USER: z.string().optional(),
  ELEMENTS_RPC_PASSWORD: z.string().optional(),
  /** AMP's own wallet on that node; made when there is none. */
  SANDBOX_NODE_WALLET: z.string().min(1).default("sandbox-amp"),
});
export type SandboxEnv = z.infer<typeof SandboxEnv>;

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  );
const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");
const origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, "must be an origin");
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "must be JSON" });
    return z.NEVER;
  }
});

const IdentityEnv = z
  .object({
    /** Of the service alone; within the desk its database is the desk's. */
    IDENTITY_DATABASE_URL: databaseUrl.optional(),
    DATABASE_URL: databaseUrl.optional(),
    /** Where the desk's portal asks instead of the service within the desk. */
    IDENTITY_URL: z.url().optional(),
    IDENTITY_HOST: z.string().default("127.0.0.1"),
    IDENTITY_PORT: port.default(8136),
    IDENTITY_STRICT: flag,
    IDENTITY_FIXES: list,
    IDENTITY_SECRET_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "must be 32 bytes as 64 hex characters")
      .optional(),
    AMPDESK_SECRET_KEY: z.string().optional(),
    IDENTITY_JWT_PRIVATE_KEY: z.string().optional(),
    IDENTITY_JWT_OTHER_PUBLIC_KEYS: list,
    IDENTITY_ACCESS_MINUTES: z.coerce.number().int().positive().default(1_440),
    IDENTITY_REFRESH_MINUTES: z.coerce.number().int().positive().default(129_600),
    IDENTITY_TEXT_MINUTES: z.coerce.number().int().positive().default(10),
    IDENTITY_ALLOWED_ORIGINS: list,
    VERIFF_API_KEY: z.string().optional(),
    VERIFF_PRIVATE_KEY: z.string().optional(),
    VERIFF_BASE_URL: z.url().default("https://stationapi.veriff.com"),
    VERIFF_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
    IDENTITY_PUBLIC_URL: z.url().optional(),
    IDENTITY_ACCEPT_RISK_LABELS: list,
    IDENTITY_ONE_PERSON_ONE_WALLET: flag,
    /** 0 = KYC records are kept for ever */
    IDENTITY_KYC_RETENTION_DAYS: z.coerce.number().int().nonnegative().default(0),
    IDENTITY_TEST_KYC: flag,
    /** Whether people are verified in earnest: what is for tests alone ends the start then. */
    IDENTITY_PRODUCTION: flag,
    IDENTITY_FAUCET: flag,
    /** 0 = none */
    IDENTITY_FAUCET_COOLDOWN_HOURS: z.coerce.number().nonnegative().default(24),
    IDENTITY_FAUCET_GAS: z.coerce.bigint().positive().default(4_000_000n),
    IDENTITY_WHITELIST_GAS: z.coerce.bigint().positive().default(10_000_000n),
    IDENTITY_QUEUE_POLLING_MS: z.coerce.number().int().positive().default(5_000),
    IDENTITY_QUEUE_INITIAL_DELAY_MS: z.coerce.number().int().nonnegative().default(15_000),
    IDENTITY_QUEUE_MINING_PERIOD_MS: z.coerce.number().int().positive().default(600_000),
    IDENTITY_QUEUE_BATCH: z.coerce.number().int().min(1).max(100).default(10),
    IDENTITY_QUEUE_TRIES: z.coerce.number().int().positive().default(8),
    IDENTITY_QUEUE_BACK_OFF_MS: z.coerce.number().int().positive().default(10_000),
    RECAPTCHA_ENABLED: flag,
    RECAPTCHA_SECRET: z.string().default(""),
    /** Public: pages show reCAPTCHA with it. */
    RECAPTCHA_SITE_KEY: z.string().optional(),
    RECAPTCHA_SCORE: z.coerce.number().min(0).max(1).default(0.8),
    RECAPTCHA_URL: z.url().default("https://www.google.com/recaptcha/api/siteverify"),
    RECAPTCHA_ACTION: z.string().default(""),
    RECAPTCHA_HOSTS: list,
    IDENTITY_AUTO_INVEST: flag,
    IDENTITY_INVEST_POLLING_MS: z.coerce.number().int().positive().default(5_000),
    IDENTITY_INVEST_INITIAL_DELAY_MS: z.coerce.number().int().nonnegative().default(15_000),
    IDENTITY_INVEST_MINING_PERIOD_MS: z.coerce.number().int().positive().default(600_000),
    IDENTITY_INVEST_TIMEOUT_DAYS: z.coerce.number().positive().default(7),
    IDENTITY_INVEST_GAS: z.coerce.bigint().positive().default(10_000_000n),
    IDENTITY_CHAINS: json.optional(),
    IDENTITY_TRUSTED_PROXIES: z.coerce.number().int().nonnegative().max(10).default(0),
    IDENTITY_LIMITS: z.union([z.literal("off"), json]).optional(),
    IDENTITY_ORIGINS: list.pipe(z.array(origin)),
    IDENTITY_BY_MESSAGE: z
      .enum(["true", "false"])
      .default("true")
      .transform((text) => text === "true"),
    INFURA_ID: z.string().default(""),
    PINATA_JWT: z.string().default(""),
    PINATA_URL: z.url().default("https://api.pinata.cloud"),
    PINATA_MAX_USES: z.coerce.number().int().positive().default(10),
    PINATA_KEYS_PER_DAY: z.coerce.number().int().positive().default(20),
    PINATA_KEY_HOURS: z.coerce.number().positive().default(24),
    /** Set = other services of the platform are answered over gRPC. */
    IDENTITY_GRPC_PORT: port.optional(),
    IDENTITY_GRPC_HOST: z.string().default("127.0.0.1"),
    IDENTITY_GRPC_TOKEN: z.string().min(16).optional(),
    IDENTITY_GRPC_TLS_CERT: z.string().optional(),
    IDENTITY_GRPC_TLS_KEY: z.string().optional(),
    IDENTITY_GRPC_TLS_CLIENT_CA: z.string().optional(),
    /** Opens the operator's routes to whoever shows it; without it they are not there. */
    IDENTITY_OPERATOR_TOKEN: z.string().min(32).optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  })
  .refine((env) => env.IDENTITY_DATABASE_URL ?? env.DATABASE_URL, {
    path: ["IDENTITY_DATABASE_URL"],
    message: "is missing",
  })
  .refine((env) => env.IDENTITY_SECRET_KEY ?? env.AMPDESK_SECRET_KEY, {
    path: ["IDENTITY_SECRET_KEY"],
    message: "is missing",
  });
export type IdentityEnv = z.infer<typeof IdentityEnv>;

/** An empty value means "not set", as `.env.example` says. */
function read<S extends z.ZodType>(schema: S): z.output<S> {
  const given = Object.entries(process.env).filter(([, value]) => value !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration is incomplete. See .env.example.\n  ${problems.join("\n  ")}`);
}

let desk: DeskEnv | undefined;

/** The desk's and the worker's configuration. Read at first use, so that a build needs none of it. */
export function deskEnv(): DeskEnv {
  desk ??= read(DeskEnv);
  return desk;
}

/** The next use reads it anew. For tests, which open one desk after the other. */
export function forgetDeskEnv(): void {
  desk = undefined;
}

/** The sandbox's configuration. */
export const sandboxEnv = (): SandboxEnv => read(SandboxEnv);

/** The identity service's configuration, alone or within the desk. */
export const identityEnv = (): IdentityEnv => read(IdentityEnv);

export const databaseUrlFromEnv = (): string => read(z.object({ DATABASE_URL: databaseUrl })).DATABASE_URL;
