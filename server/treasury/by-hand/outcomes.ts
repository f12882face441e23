import { isLastBatch } from "@/lib/domain/batches";
import type { BeforeHandOut, ByHand } from "@/lib/domain/by-hand";
import type { JournalDetail } from "@/lib/domain/journal";
import type { OperationFacts } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { byHandText } from "@/lib/messages/by-hand";
import { RpcError } from "@/server/elements/rpc";
import { deskEnv } from "@/server/platform/env";
import { NOW, type StepOutcome } from "../step";
import type { Operation } from "../store";

/** How a look at an order that is run elsewhere ends. */

const LOOK_MS = 15_000;

/** Nothing new; what kept the last way back from being taken stays on the screen. */
export function waiting({ facts }: Operation): StepOutcome {
  const { leaving, refusal } = facts.byHand ?? {};
  return {
    state: "by-hand",
    ...(refusal === undefined ? {} : { problem: { message: refusal, mayRetry: false } }),
    detail: {},
    againInMs: leaving ? Math.min(LOOK_MS, deskEnv().TREASURY_SETTLE_MS) : LOOK_MS,
  };
}

/** From here on the order can be downloaded. */
export const beginning = ({ facts }: Operation, fresh: BeforeHandOut): StepOutcome => {
  const { isBlind: _, ...byHand } = facts.byHand ?? {};
  // What an earlier operation saw before it sent the order or handed it out says more.
  const before = byHand.since ?? fresh;
  return {
    state: "by-hand",
    facts: { ...facts, byHand: { ...byHand, before } },
    detail: { height: before.height },
    againInMs: byHand.leaving ? NOW : LOOK_MS,
  };
};

/** It can be downloaded without knowing the wallet: then the worker never sends or cancels it. */
export const handingOutBlindly = ({ facts }: Operation): StepOutcome => ({
  state: "by-hand",
  facts: { ...facts, byHand: { ...facts.byHand, isBlind: true } },
  problem: { message: byHandText.blind, mayRetry: false },
  detail: { isBlind: true },
  againInMs: LOOK_MS,
});

/** It may have been paid: neither sent nor cancelled. */
export const refusing = (operation: Operation, refusal: string): StepOutcome => {
  const { leaving, ...byHand } = operation.facts.byHand ?? {};
  return {
    state: "by-hand",
    facts: { ...operation.facts, ...pausingIf(leaving, operation), byHand: { ...byHand, refusal } },
    problem: { message: refusal, mayRetry: false },
    detail: { refusal },
    againInMs: LOOK_MS,
  };
};

/** A person wanted it to end: if this batch turns out to be paid, no further one is begun without a person. */
export const pausingIf = (leaving: ByHand["leaving"], operation: Operation): { isPausing?: true } =>
  leaving?.to === "cancelling" && operation.kind === "distribution" && !isLastBatch(operation)
    ? { isPausing: true }
    : {};

/** Certainly not paid: back to the worker, or to AMP to be cancelled. */
export function ending({ facts }: Operation, to: "ordered" | "cancelling"): StepOutcome {
  const detail: JournalDetail = { paid: false };
  if (to === "cancelling") return { state: to, facts, detail, againInMs: NOW };
  const { before, taken } = facts.byHand ?? {};
  const returned = { ...(before ? { before } : {}), ...(taken ? { taken } : {}) };
  return { state: to, facts: { ...withoutByHand(facts), returned }, detail, againInMs: NOW };
}

/** An order that came back goes by hand again: it was carried out since, or may have been. */
export function goingBack({ facts }: Operation, refusal: string): StepOutcome {
  const { returned, ...rest } = facts;
  return {
    state: "by-hand",
    facts: { ...rest, byHand: { ...returned, refusal } },
    problem: { message: refusal, mayRetry: false },
    detail: { refusal },
    againInMs: LOOK_MS,
  };
}

/** null while the node is away, behind or starting. */
export async function unlessNodeIsAway<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const isAway = error instanceof RpcError || (error instanceof AppError && error.code === "UNAVAILABLE");
    if (isAway) return null;
    throw error;
  }
}

export const later = (a: Date, b: Date): Date => (a > b ? a : b);

export function withoutByHand({ byHand: _, ...facts }: OperationFacts): OperationFacts {
  return facts;
}
