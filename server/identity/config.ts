import type { ChainSettings } from "./chains/settings";
import type { Mode } from "./fixes";

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
  infuraId: string;
  faucetEnabled: boolean;
  autoInvestEnabled: boolean;
  /** By chain id. */
  chains: Readonly<Record<string, ChainSettings>>;
}
