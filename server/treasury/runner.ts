import { isFinal, type OperationState } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { createAmpClient } from "@/server/amp/client";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { findWorkspace } from "@/server/vault/store";
import { tokenSource } from "@/server/vault/token-source";
import { withOperationLock } from "./lock";
import { nodeOf } from "./node";
import {
  confirm,
  look,
  notOrderedElsewhere,
  order,
  type StepContext,
  type StepOutcome,
  send,
  walletReady,
  watch,
} from "./steps";
import { dueOperationIds, findOperation, moveOperation, type Operation } from "./store";

type Step = (operation: Operation, context: StepContext) => Promise<StepOutcome>;

interface Plan {
  step: string;
  run: Step;
  /** Written with the journal's intent before the step runs; after a crash the operation is found in it. */
  during: OperationState;
  /** Looked at before the intent is written; an error leaves the operation where it is. */
  ready?: (operation: Operation, context: StepContext) => Promise<void>;
}

/** What to do in each state. A step that must not be repeated blindly has a state of its own while it runs. */
const PLANS: Partial<Record<OperationState, Plan>> = {
  requested: { step: "order", run: order, during: "ordering", ready: notOrderedElsewhere },
  ordering: { step: "order", run: order, during: "ordering" },
  ordered: { step: "send", run: send, during: "sending", ready: walletReady },
  // Found in `sending` after a crash: nobody knows whether the node sent, so it only looks.
  sending: { step: "look", run: look, during: "unknown" },
  unknown: { step: "look", run: look, during: "unknown" },
  sent: { step: "watch", run: watch, during: "sent" },
  confirming: { step: "confirm", run: confirm, during: "confirming" },
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
  const context = await prepare(operation, plan, pollMs).catch((error: unknown) =>
    waitFor(operation, plan, error),
  );
  if (context === null) return null;
  const during = await writeIntent(operation, plan);
  if (during === null) return null;
  try {
    const outcome = await plan.run(during, context);
    await writeOutcome(during, plan, outcome);
    return outcome;
  } catch (error) {
    await waitFor(during, plan, error);
    return null;
  }
}

async function prepare(operation: Operation, plan: Plan, pollMs: number): Promise<StepContext> {
  const context = await openContext(operation, pollMs);
  await plan.ready?.(operation, context);
  return context;
}

/** Polling steps leave one line when they change something, not one per look. */
const isQuiet = (plan: Plan) => plan.step === "watch";

async function writeIntent(operation: Operation, plan: Plan): Promise<Operation | null> {
  if (isQuiet(plan)) return operation;
  const entry = { step: plan.step, phase: "intent" as const, detail: {} };
  const moved = await moveOperation(operation, { state: plan.during, nextRunAt: new Date(0) }, entry);
  return moved ? { ...operation, state: plan.during } : null;
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
async function waitFor(operation: Operation, plan: Plan, error: unknown): Promise<null> {
  const isKnown = error instanceof AppError;
  const message = isKnown ? error.message : worksText.stepFailed;
  log.warn("treasury.step-waits", {
    operation: operation.id,
    step: plan.step,
    code: isKnown ? error.code : "INTERNAL",
    reason: reasonOf(error),
  });
  const isNews = operation.problem?.message !== message;
  const refused =
    isKnown && (error.code === "CONFLICT" || (error.code === "REJECTED" && operation.state === "ordering"));
  await moveOperation(
    operation,
    {
      state: refused ? "stopped" : operation.state,
      problem: { message, mayRetry: true },
      nextRunAt: refused ? null : new Date(now().getTime() + RETRY_MS),
    },
    isNews ? { step: plan.step, phase: "outcome", detail: { waits: message } } : null,
  );
  return null;
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
