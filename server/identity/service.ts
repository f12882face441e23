import { type Chains, chainBook } from "./chains/chains";
import type { IdentityConfig } from "./config";
import type { IdentityDatabase } from "./db/client";
import { chooseFixes, type Fixes, type Mode } from "./fixes";
import { type KeyRing, openKeyRing } from "./tokens/key-ring";

/** One identity service: what every handler works with. */
export interface Identity {
  mode: Mode;
  config: IdentityConfig;
  fixes: Fixes;
  database: IdentityDatabase;
  keys: KeyRing;
  chains: Chains;
}

/** @throws Error when a fix is unknown or key material cannot be read */
export async function createIdentity(config: IdentityConfig, database: IdentityDatabase): Promise<Identity> {
  const fixes = chooseFixes(config.mode, config.fixes);
  const keys = await openKeyRing(config, database);
  return { mode: config.mode, config, fixes, database, keys, chains: chainBook(config, fixes) };
}
