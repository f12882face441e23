import { z } from "zod";
import { elementsAmount, hex64, isoTime, wire } from "./wire";

/** The sandbox's control API as far as the desk turns its knobs. */

/** POST /mine {"blocks": n}: the new tip. */
export const Mined = z.object({ height: z.int(), hash: hex64 });
export type Mined = z.output<typeof Mined>;

/** POST /wallets {}: a wallet of an investor, known by its GAID. */
export const InvestorWallet = z.object({ gaid: z.string().min(1) });
export type InvestorWallet = z.output<typeof InvestorWallet>;

/** POST /interval {"seconds": n}; 0 = blocks only on demand. */
export const BlockInterval = z.object({ seconds: z.number().nonnegative() });
export type BlockInterval = z.output<typeof BlockInterval>;

/** GET /state */
export const SandboxState = wire({
  network: z.string(),
  height: z.int(),
  hash: hex64,
  intervalSeconds: z.number().nonnegative(),
  mempoolSize: z.int().nonnegative(),
  /** L-BTC in sats by node wallet. */
  wallets: z.record(z.string(), elementsAmount),
  gaids: z.array(z.string()),
  time: isoTime,
});
export type SandboxState = z.output<typeof SandboxState>;

/** Any refusal. */
export const ControlRefusal = z.object({ error: z.string() });
