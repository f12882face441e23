import { z } from "zod";
import { elementsAmount, hex64, isoTime, wire } from "./wire";

/** The sandbox's control API as far as the desk turns its knobs: the chain and the clock. Others have files of their own. */

/** POST /mine {"blocks": n}: the new tip. */
export const Mined = z.object({ height: z.int(), hash: hex64 });
export type Mined = z.output<typeof Mined>;

/** POST /interval {"seconds": n}, 0 = blocks only on demand; POST /pause {"paused": true} */
export const BlockRhythm = z.object({ seconds: z.number().nonnegative(), paused: z.boolean() });
export type BlockRhythm = z.output<typeof BlockRhythm>;

/** GET /state */
export const SandboxState = wire({
  network: z.string(),
  height: z.int(),
  hash: hex64,
  intervalSeconds: z.number().nonnegative(),
  paused: z.boolean(),
  mempoolSize: z.int().nonnegative(),
  /** L-BTC in sats by node wallet. */
  wallets: z.record(z.string(), elementsAmount),
  /** Wallets of investors. */
  walletCount: z.int().nonnegative(),
  time: isoTime,
  /** From the real time. */
  clockOffsetSeconds: z.number(),
});
export type SandboxState = z.output<typeof SandboxState>;

/** POST /clock */
export const SandboxClock = wire({ offsetSeconds: z.number(), time: isoTime });
export type SandboxClock = z.output<typeof SandboxClock>;

/** POST /fund, POST /wallets/outside */
export const SentTransaction = z.object({ txid: hex64 });
export type SentTransaction = z.output<typeof SentTransaction>;

/** POST /reorganise: the new tip and what became of the transactions. */
export const Reorganised = z.object({
  height: z.int(),
  hash: hex64,
  disconnected: z.array(hex64),
  conflicted: z.array(hex64),
  winners: z.array(hex64),
});
export type Reorganised = z.output<typeof Reorganised>;

/** GET /transactions: what waits, and what the newest blocks hold. */
export const RecentTransaction = wire({
  txid: hex64,
  /** null while it waits. */
  blockheight: z.int().nullable(),
  at: isoTime,
  /** Names of the assets it moves, L-BTC left out. */
  assets: z.array(z.string()),
});
export type RecentTransaction = z.output<typeof RecentTransaction>;

/** Any refusal. */
export const ControlRefusal = z.object({ error: z.string() });
