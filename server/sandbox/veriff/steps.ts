import { randomBytes, randomUUID } from "node:crypto";
import type { VeriffDelivery, VeriffOrder, VeriffOutcome } from "@/lib/contracts/control-veriff";
import type { VeriffEvent } from "@/lib/domain/veriff";
import { now } from "@/server/platform/clock";
import type { SandboxDb } from "../db/client";
import type { World } from "../world";
import { wakeCourier } from "./courier";
import { decisionBody, eventBody } from "./payloads";
import { planWebhooks, stateAfter, type Told } from "./plan";
import { findSession, insertSession, type SessionRow, updateSession } from "./session-store";
import { veriffOf } from "./settings";
import { insertWebhooks, type NewWebhook } from "./webhook-store";

/** A step that cannot be taken; the message says why. */
export class VeriffStepRefused extends Error {
  constructor(
    message: string,
    /** The session has gone on since its page was shown. */
    readonly isStale = false,
  ) {
    super(message);
    this.name = "VeriffStepRefused";
  }
}

export interface NewSession {
  vendorData: string | null;
  callback: string | null;
}

export const createSession = (world: World, input: NewSession): Promise<SessionRow> =>
  world.write(({ db }) => {
    const at = now();
    const ids = { id: randomUUID(), attemptId: randomUUID(), token: randomBytes(24).toString("base64url") };
    return insertSession(db, { ...ids, ...input, state: "created", createdAt: at, updatedAt: at });
  });

/** A session, and which of its pages the step comes from; without a revision the newest. */
export interface At {
  sessionId: string;
  revision?: number;
}

/** Opens the verification: a new attempt, and Veriff tells that it was started. */
export const startSession = (world: World, at: At, delivery: VeriffDelivery): Promise<SessionRow> =>
  step(world, at, async (session, tell) => {
    if (!canStart(session))
      throw new VeriffStepRefused("What was submitted is being looked at, or was decided.");
    const attempt = { ...session, attemptId: randomUUID() };
    await tell(delivery, [eventOf(attempt, "started")]);
    return { attemptId: attempt.attemptId, state: "started", decision: null };
  });

/** Hands the documents in. */
export const submitSession = (world: World, at: At, delivery: VeriffDelivery): Promise<SessionRow> =>
  step(world, at, async (session, tell) => {
    if (!canSubmit(session)) throw new VeriffStepRefused("Only a started verification is submitted.");
    await tell(delivery, [eventOf(session, "submitted")]);
    return { state: "submitted" };
  });

/** Decides, whatever was decided before; events that lead there and were not told yet go along. */
export const decideSession = (
  world: World,
  at: At,
  outcome: VeriffOutcome,
  delivery: VeriffDelivery & { order: VeriffOrder },
): Promise<SessionRow> =>
  step(world, at, async (session, tell) => {
    const plan = planWebhooks(session.state, outcome.status, delivery.order);
    const webhookOf = (told: Told) =>
      told === "decision" ? decisionOf(session, outcome) : eventOf(session, told);
    await tell(delivery, plan.map(webhookOf));
    return { state: stateAfter(session.state, plan), decision: outcome.status };
  });

export const canStart = ({ state, decision }: SessionRow): boolean =>
  decision === "resubmission_requested" || (decision === null && state !== "submitted");
export const canSubmit = ({ state, decision }: SessionRow): boolean =>
  decision === null && state === "started";

type Draft = Pick<NewWebhook, "kind" | "what" | "body">;

const eventOf = (session: SessionRow, event: VeriffEvent): Draft => ({
  kind: "event",
  what: event,
  body: eventBody(session, event),
});
const decisionOf = (session: SessionRow, outcome: VeriffOutcome): Draft => ({
  kind: "decision",
  what: outcome.status,
  body: decisionBody(session, outcome, now()),
});

type Tell = (delivery: VeriffDelivery, drafts: Draft[]) => Promise<void>;
type Work = (session: SessionRow, tell: Tell) => Promise<Partial<SessionRow>>;

/** One step is stored with its webhooks or not at all; only then they are sent. */
async function step(world: World, { sessionId, revision }: At, work: Work): Promise<SessionRow> {
  const updated = await world.write(async ({ db }) => {
    const session = await findSession(db, sessionId);
    if (!session) throw new VeriffStepRefused(`There is no session ${sessionId}.`);
    if (revision !== undefined && revision !== session.revision)
      throw new VeriffStepRefused("The verification has gone on since this page was shown.", true);
    const change = await work(session, (delivery, drafts) => store(world, db, session.id, delivery, drafts));
    return updateSession(db, sessionId, { ...change, revision: session.revision + 1, updatedAt: now() });
  });
  wakeCourier(world);
  return updated;
}

async function store(
  world: World,
  db: SandboxDb,
  sessionId: string,
  { delay_seconds, copies, signature }: VeriffDelivery,
  drafts: Draft[],
): Promise<void> {
  const createdAt = now();
  const nextAttempt = new Date(createdAt.getTime() + delay_seconds * 1000);
  const base = veriffOf(world).webhookUrl;
  const rowOf = (draft: Draft): NewWebhook[] =>
    Array.from({ length: copies }, () => ({
      ...draft,
      sessionId,
      url: `${base}/${draft.kind}`,
      signature,
      nextAttempt,
      createdAt,
    }));
  await insertWebhooks(db, drafts.flatMap(rowOf));
}
