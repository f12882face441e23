import { z } from "zod";
import {
  BlockRhythm,
  Mined,
  RecentTransaction,
  Reorganised,
  SandboxClock,
  SandboxState,
  SentTransaction,
} from "@/lib/contracts/control";
import { elementsAmount } from "@/lib/contracts/wire";
import type { ControlClient } from "./client";

/** L-BTC in sats; wallets are counted, not listed. Control: GET /state */
export const readState = (control: ControlClient): Promise<SandboxState> =>
  control.call({ method: "GET", path: "/state", query: { gaids: "none" }, returns: SandboxState });

/** Makes `blocks` blocks at once (1 to 1000). Control: POST /mine */
export const mine = (control: ControlClient, blocks: number): Promise<Mined> =>
  control.call({ method: "POST", path: "/mine", body: { blocks }, returns: Mined });

/** Seconds between two blocks; 0 = only on demand. Control: POST /interval */
export const setBlockInterval = (control: ControlClient, seconds: number): Promise<BlockRhythm> =>
  control.call({ method: "POST", path: "/interval", body: { seconds }, returns: BlockRhythm });

/** While paused no block comes by itself. Control: POST /pause */
export const setPaused = (control: ControlClient, paused: boolean): Promise<BlockRhythm> =>
  control.call({ method: "POST", path: "/pause", body: { paused }, returns: BlockRhythm });

/** What waits, and what the newest `blocks` blocks hold, newest first; at most 200. Control: GET /transactions */
export const listRecentTransactions = (
  control: ControlClient,
  blocks: number,
): Promise<RecentTransaction[]> =>
  control.call({
    method: "GET",
    path: "/transactions",
    query: { blocks },
    returns: z.array(RecentTransaction),
  });

export interface Reorganisation {
  /** How many blocks go, 1 to 100. */
  blocks: number;
  /** Ids of transactions that lose for good. */
  conflict: string[];
  /** false leaves what comes back waiting. */
  remine: boolean;
}

/** Takes the newest blocks away and puts one more in their place. Control: POST /reorganise */
export const reorganise = (control: ControlClient, request: Reorganisation): Promise<Reorganised> =>
  control.call({ method: "POST", path: "/reorganise", body: request, returns: Reorganised });

export type ClockMove = { offsetSeconds: number } | { advanceSeconds: number } | { to: Date };

/** Control: POST /clock */
export const moveClock = (control: ControlClient, move: ClockMove): Promise<SandboxClock> =>
  control.call({ method: "POST", path: "/clock", body: clockBody(move), returns: SandboxClock });

function clockBody(move: ClockMove) {
  if ("to" in move) return { set: move.to.toISOString() };
  return "offsetSeconds" in move
    ? { offset_seconds: move.offsetSeconds }
    : { advance_seconds: move.advanceSeconds };
}

/** Gives L-BTC to a wallet of the node. Control: POST /fund */
export const fund = (
  control: ControlClient,
  { wallet, amountSats }: { wallet: string; amountSats: bigint },
): Promise<SentTransaction> =>
  control.call({
    method: "POST",
    path: "/fund",
    body: { wallet, amount: String(z.encode(elementsAmount, amountSats)) },
    returns: SentTransaction,
  });
