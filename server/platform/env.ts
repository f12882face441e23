import { z } from "zod";

/**
 * The one reader of process.env. Each process reads its own part, once, at its start; a missing or wrong value
 * ends the process with the variable's name and never with its value.
 */

const port = z.coerce.number().int().min(1).max(65535);
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must be a postgres:// URL");

const Environment = z.enum(["live", "testnet", "sandbox"]);
export type EnvironmentName = z.infer<typeof Environment>;

const DeskEnv = z.object({
  DATABASE_URL: databaseUrl,
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  AMPDESK_SECRET_KEY: z.string().regex(/^[0-9a-f]{64}$/, "must be 32 bytes as 64 hex characters"),
  AMPDESK_URL: z.url().optional(),
  AMPDESK_SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(60),
  AMPDESK_SESSION_HOURS: z.coerce.number().int().positive().default(12),
  AMP_TIMEOUT_MS: z.coerce.number().int().positive().default(20_000),
  NODE_TIMEOUT_MS: z.coerce.number().int().positive().default(60_000),
  /** How long after a payment without an answer its effect may still come; only then may it be sent anew. */
  TREASURY_SETTLE_MS: z.coerce.number().int().positive().default(180_000),
  /** How often a sent transaction is looked at. */
  TREASURY_POLL_MS: z.coerce.number().int().positive().default(3_000),
  /** Recipients of one distribution transaction; a node refuses more than 70 confidential ones. */
  TREASURY_BATCH_SIZE: z.coerce.number().int().min(1).max(70).default(60),
  /** How often the worker lays AMP's books, the treasury wallet and the chain beside each other. */
  WATCH_SECONDS: z.coerce.number().int().nonnegative().default(60),
  /** How long the worker rests between two looks for work. */
  WORKER_IDLE_MS: z.coerce.number().int().positive().default(1_000),
  AMP_LIVE_URL: z.url().optional(),
  AMP_LIVE_NODE_URL: z.url().optional(),
  AMP_LIVE_NODE_ACCOUNT: z.string().optional(),
  AMP_TESTNET_URL: z.url().optional(),
  AMP_TESTNET_NODE_URL: z.url().optional(),
  AMP_TESTNET_NODE_ACCOUNT: z.string().optional(),
  AMP_SANDBOX_URL: z.url().optional(),
  AMP_SANDBOX_NODE_URL: z.url().optional(),
  AMP_SANDBOX_NODE_ACCOUNT: z.string().optional(),
  AMP_SANDBOX_NETWORK: z.enum(["liquid", "testnet", "regtest"]).default("testnet"),
  /** The sandbox's own knobs, e.g. http://127.0.0.1:4000/control; without it /sandbox only says so. */
  SANDBOX_CONTROL_URL: z.url().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
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
  SANDBOX_SEED: z.enum(["small", "tutorial", "large", "empty"]).default("small"),
});
export type SandboxEnv = z.infer<typeof SandboxEnv>;

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

/** The sandbox's configuration. */
export const sandboxEnv = (): SandboxEnv => read(SandboxEnv);

export const databaseUrlFromEnv = (): string => read(z.object({ DATABASE_URL: databaseUrl })).DATABASE_URL;
