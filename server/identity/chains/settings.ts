import { z } from "zod";

const hex = (bytes: number) => new RegExp(`^(0x)?[0-9a-fA-F]{${bytes * 2}}$`);
const key = z.string().regex(hex(32), "must be 32 bytes in hexadecimal").optional();
const address = z.string().regex(hex(20), "must be an address").optional();

/** What one chain needs, feature by feature; the names are those of the original's settings. */
export const ChainSettings = z.strictObject({
  rpcUrl: z.url().optional(),
  walletApproverPrivateKey: key,
  walletApproverServiceAddress: address,
  faucetCallerPrivateKey: key,
  faucetServiceAddress: address,
  autoInvestPrivateKey: key,
  autoInvestServiceAddress: address,
  /** Milliseconds. */
  blockTime: z.number().int().positive().optional(),
  /** From how many blocks on a transaction counts, its own included. */
  confirmations: z.number().int().positive().optional(),
  /** No operator pays more per gas. */
  maxFeeGwei: z.number().positive().optional(),
  /** Whether its coins are worth nothing: the faucet gives them there alone. Left out, the known chains' own. */
  testnet: z.boolean().optional(),
  /** Answers with prices in gwei; strict mode alone asks it. */
  gasFeedUrl: z.url().optional(),
});
export type ChainSettings = z.output<typeof ChainSettings>;

/** By chain id. */
export const ChainSettingsBook = z.record(z.string().regex(/^\d+$/), ChainSettings);
