import { isFinal, type OperationFacts, type OperationState } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { createAmpClient } from "@/server/amp/client";
import { inNodeWords, RpcError } from "@/server/elements/rpc";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { findWorkspace } from "@/server/vault/store";
import { tokenSource } from "@/server/vault/token-source";
import { cancel } from "./cancel";
import { withOperationLock } from "./lock";
import { nodeOf } from "./node";
import { notOrderedElsewhere, order } from "./order";
import { look, readyToSend, send } from "./send";
import { confirm, watch } from "./settle";
import type { Check, Step, StepContext, StepOutcome } from "./step";
import { dueOperationIds, findOperation, moveOperation, type Operation } from "./store";

interface Plan {
  step: string;
  run: Step;
  /** Written with the journal's intent before the step runs; after a crash the operation is found in it. */
  during: OperationState;
  /** What must hold before; an error leaves the operation where it is. */
  ready?: Check;
  /** Stored with the intent. */
  marks?: OperationFacts;
}

/** What to do in each state. A step that must not be repeated blindly has a state of its own while it runs. */
const PLANS: Partial<Record<OperationState, Plan>> = {
  requested: {
    step: "order",
    run: order,
    during: "ordering",
    ready: notOrderedElsewhere,
    marks: { wasAsked: true },
  },
  ordering: { step: "order", run: order, during: "ordering" },
  ordered: { step: "send", run: send, during: "sending", ready: readyToSend },
  // Found in `sending` after a crash: nobody knows whether the node sent, so it only looks.
  sending: { step: "look", run: look, during: "unknown" },
  unknown: { step: "look", run: look, during: "unknown" },
  sent: { step: "watch", run: watch, during: "sent" },
  confirming: { step: "confirm", run: confirm, during: "confirming" },
  cancelling: { step: "cancel", run: cancel, during: "cancelling" },
};

const RETRY_MS = 5_000;
const BATCH = 20;

/** Runs one step of each operation whose time has come. @returns how many were tried */
export async function runDueOperations(pollMs: number): Promise<number> {
  const ids = await dueOperationIds(BATCH);
  for (const id of ids) await withOperationLock(id, () => advance(id, pollMs));
  return ids.length;
}

/** Steps on until the operation waits, ends or needs a person. */
async function advance(operationId: string, pollMs: number): Promise<void> {
  for (;;) {
    const operation = await findOperation(operationId);
    const plan = operation && !isFinal(operation.state) ? PLANS[operation.state] : undefined;
    if (!operation || !plan || operation.nextRunAt === null) return;
    const outcome = await runStep(operation, plan, pollMs);
    if (outcome === null || outcome.againInMs !== 0) return;
  }
}

async function runStep(operation: Operation, plan: Plan, pollMs: number): Promise<StepOutcome | null> {
  let current = operation;
  try {
    const context = await openContext(operation, pollMs);
    const instead = (await plan.ready?.(operation, context)) ?? null;
    if (instead === null) {
      const during = await writeIntent(operation, plan);
      if (during === null) return null;
      current = during;
    }
    const outcome = instead ?? (await plan.run(current, context));
    await writeOutcome(current, plan, outcome);
    return outcome;
  } catch (error) {
    await waitFor(current, plan, error);
    return null;
  }
}

/** Polling steps leave one line when they change something, not one per look. */
const isQuiet = (plan: Plan) => plan.step === "watch";

async function writeIntent(operation: Operation, plan: Plan): Promise<Operation | null> {
  if (isQuiet(plan)) return operation;
  const entry = { step: plan.step, phase: "intent" as const, detail: {} };
  const facts = { ...operation.facts, ...plan.marks };
  const moved = await moveOperation(operation, { state: plan.during, facts, nextRunAt: new Date(0) }, entry);
  return moved ? { ...operation, state: plan.during, facts } : null;
}

async function writeOutcome(operation: Operation, plan: Plan, outcome: StepOutcome): Promise<void> {
  const isNews = !isQuiet(plan) || outcome.facts?.confirmations !== operation.facts.confirmations;
  await moveOperation(
    operation,
    {
      state: outcome.state,
      problem: outcome.problem ?? null,
      nextRunAt: outcome.againInMs === null ? null : new Date(now().getTime() + outcome.againInMs),
      ...(outcome.facts ? { facts: outcome.facts } : {}),
    },
    isNews ? { step: plan.step, phase: "outcome", detail: outcome.detail } : null,
  );
}

/** AMP or the node is away, or refused: nothing is lost, the same step is tried again later. */
async function waitFor(operation: Operation, plan: Plan, thrown: unknown): Promise<void> {
  const error = inNodeWords(thrown);
  const isKnown = error instanceof AppError;
  const message = isKnown ? error.message : worksText.stepFailed;
  const code = isKnown ? error.code : "INTERNAL";
  log.warn("treasury.step-waits", {
    operation: operation.id,
    step: plan.step,
    code,
    reason: reasonOf(error),
  });
  const isNews = operation.problem?.message !== message;
  // AMP's clear refusal of an order is a person's matter; everything else may pass by itself.
  const isRefused = code === "REJECTED" && operation.state === "ordering" && !(thrown instanceof RpcError);
  await moveOperation(
    operation,
    {
      state: isRefused ? "stopped" : operation.state,
      problem: { message, mayRetry: true },
      nextRunAt: isRefused ? null : new Date(now().getTime() + RETRY_MS),
    },
    isNews ? { step: plan.step, phase: "outcome", detail: { waits: message } } : null,
  );
}

async function openContext(operation: Operation, pollMs: number): Promise<StepContext> {
  const workspace = await findWorkspace(operation.workspaceId);
  if (!workspace) throw new AppError("NOT_FOUND", worksText.workspaceGone);
  if (!workspace.isTokenValid) {
    throw new AppError("UNAUTHENTICATED", worksText.tokenRefused);
  }
  const { ampUrl } = requireEnvironment(workspace.environment);
  const [source, node] = await Promise.all([tokenSource(workspace.id), nodeOf(workspace.id)]);
  const amp = createAmpClient({ baseUrl: ampUrl, timeoutMs: deskEnv().AMP_TIMEOUT_MS, ...source });
  return { amp, node, pollMs };
}
