import type {
  BlockRhythm,
  Mined,
  RecentTransaction,
  Reorganised,
  SandboxClock,
  SentTransaction,
} from "@/lib/contracts/control";
import type { Actor } from "@/lib/domain/actor";
import type { ChainView } from "@/lib/domain/sandbox";
import { LBTC } from "@/lib/domain/treasury";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import {
  type ClockMove,
  fund,
  listRecentTransactions,
  mine,
  moveClock,
  type Reorganisation,
  readState,
  reorganise,
  setBlockInterval,
  setPaused,
} from "@/server/control/chain";
import { now } from "@/server/platform/clock";
import { controlFor, readAmount } from "./sandbox";

/** Control: GET /state. @throws AppError NOT_FOUND, FORBIDDEN, REJECTED, UNAVAILABLE */
export async function readChain(actor: Actor): Promise<ChainView> {
  return { ...(await readState(await controlFor(actor))), asOf: now() };
}

/** Control: POST /mine */
export async function mineBlocks(actor: Actor, { blocks }: { blocks: number }): Promise<Mined> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.mined", detail: { blocks } }, () => mine(control, blocks));
}

/** Control: POST /interval */
export async function changeBlockInterval(
  actor: Actor,
  { seconds }: { seconds: number },
): Promise<BlockRhythm> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.interval-set", detail: { seconds } }, () =>
    setBlockInterval(control, seconds),
  );
}

/** Control: POST /pause */
export async function pauseBlocks(actor: Actor, { paused }: { paused: boolean }): Promise<BlockRhythm> {
  const control = await controlFor(actor);
  return audited(actor, { action: paused ? "sandbox.paused" : "sandbox.resumed" }, () =>
    setPaused(control, paused),
  );
}

/** What the newest blocks hold, for those who choose what loses. Control: GET /transactions */
export async function readRecentTransactions(
  actor: Actor,
  { blocks }: { blocks: number },
): Promise<RecentTransaction[]> {
  return listRecentTransactions(await controlFor(actor), blocks);
}

/** Control: POST /reorganise */
export async function reorganiseChain(actor: Actor, request: Reorganisation): Promise<Reorganised> {
  const control = await controlFor(actor);
  const { blocks, conflict, remine } = request;
  return audited(actor, { action: "sandbox.reorganised", detail: { blocks, remine, losers: conflict } }, () =>
    reorganise(control, request),
  );
}

/** Control: POST /clock */
export async function turnClock(actor: Actor, move: ClockMove): Promise<SandboxClock> {
  const control = await controlFor(actor);
  const detail = "to" in move ? { to: move.to.toISOString() } : { ...move };
  return audited(actor, { action: "sandbox.clock-turned", detail }, () => moveClock(control, move));
}

interface Funding {
  intentId: string;
  wallet: string;
  /** L-BTC as typed. */
  amount: string;
}

/** Gives L-BTC to a wallet of the node, once per form. Control: POST /fund */
export async function fundWallet(actor: Actor, { intentId, ...input }: Funding): Promise<SentTransaction> {
  const control = await controlFor(actor);
  const amountSats = readAmount(input.amount, LBTC.precision);
  const detail = { wallet: input.wallet, amountSats };
  return once({ id: intentId, workspaceId: actor.workspaceId, action: "sandbox.fund", input }, () =>
    audited(actor, { action: "sandbox.funded", detail }, () =>
      fund(control, { wallet: input.wallet, amountSats }),
    ),
  );
}
