import type { InvestQueueSettings } from "./auto-invest/settings";
import type { ChainSettings } from "./chains/settings";
import type { Mode } from "./fixes";
import type { Limits } from "./limits/settings";
import type { PinataSettings } from "./pinata/client";

export interface VeriffConfig {
  /** Also what webhooks have in X-AUTH-CLIENT. */
  apiKey: string;
  /** The shared secret that signs in both directions. */
  privateKey: string;
  /** Without a slash at its end. */
  baseUrl: string;
  timeoutMs: number;
}

export interface QueueConfig {
  pollingMs: number;
  initialDelayMs: number;
  /** How long a sent transaction may take; strict mode reads the number as seconds, as the original does. */
  miningPeriodMs: number;
  maxAddressesPerTask: number;
  /** How often a batch that the chain refuses or reverts is tried before it is given up. */
  triesAtMost: number;
  /** The wait after the first failure; it doubles with each further one. */
  backOffMs: number;
  /** At most; strict mode always asks for that much. */
  gasLimits: { whitelist: bigint; faucet: bigint };
}

export interface RecaptchaConfig {
  isEnabled: boolean;
  secret: string;
  /** For pages that ask; null where none is set. */
  siteKey: string | null;
  /** 0 to 1; as much passes. */
  minimumScore: number;
  url: string;
  /** What the page must have named its request; empty = not looked at. */
  action: string;
  /** Hosts whose pages may ask; empty = all. */
  hostNames: readonly string[];
}

export interface IdentityConfig {
  mode: Mode;
  /** Fixes that differ from the mode's choice; `-name` switches one off. */
  fixes: readonly string[];
  /** 32 bytes; seals personal data and signing keys. */
  secretKey: Buffer;
  /** PEM; without it the service makes a key of its own and keeps it sealed. */
  signingKey?: string;
  /** PEM public keys whose tokens are taken as well. */
  otherPublicKeys: readonly string[];
  accessMinutes: number;
  refreshMinutes: number;
  /** How long a text can be signed, while texts expire. */
  textMinutes: number;
  /** `*` or the origins that browsers may call from. */
  allowedOrigins: readonly string[];
  /** How many proxies stand before the service and write X-Forwarded-For. */
  trustedProxies: number;
  /** How often one caller may call; null = no limits. */
  limits: Limits | null;
  /** Whose pages may ask for EIP-4361 texts. */
  origins: readonly string[];
  /** Whether texts that name no address are handed out. */
  takesMessages: boolean;
  /** null where no keys are set: sessions are 502 then, and webhooks 400. */
  veriff: VeriffConfig | null;
  /** Where Veriff sends people back to; null: the origin of the request, if that is https. */
  publicUrl: string | null;
  /** Names of risk labels that need no review. */
  acceptedRiskLabels: readonly string[];
  /** Whether a document that verified one wallet is refused to a second one. */
  onePersonOneWallet: boolean;
  /** How long KYC records that nobody's wallet points to any more are kept; 0 = for ever. */
  kycRetentionDays: number;
  testKyc: boolean;
  /** What opens the routes below /operator; null: they are not there. */
  operatorToken: string | null;
  infuraId: string;
  faucetEnabled: boolean;
  /** How long a wallet, or a person with several, waits for coins again; 0 = not at all. */
  faucetCooldownHours: number;
  recaptcha: RecaptchaConfig;
  queue: QueueConfig;
  autoInvestEnabled: boolean;
  investQueue: InvestQueueSettings;
  pinata: PinataSettings;
  /** By chain id. */
  chains: Readonly<Record<string, ChainSettings>>;
}
