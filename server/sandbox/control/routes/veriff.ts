import { z } from "zod";
import {
  VERIFF_ORDERS,
  VeriffDelivery,
  VeriffOutcome,
  VeriffSession,
  VeriffSettings,
  VeriffWebhook,
} from "@/lib/contracts/control-veriff";
import { now } from "@/server/platform/clock";
import { refused } from "../../amp/refusal";
import { reasons, riskLabels } from "../../veriff/choices";
import { wakeCourier } from "../../veriff/courier";
import { listSessions, type SessionRow } from "../../veriff/session-store";
import { pageUrl, veriffOf, veriffUrl } from "../../veriff/settings";
import { decideSession, startSession, submitSession, VeriffStepRefused } from "../../veriff/steps";
import { findWebhook, listWebhooks, updateWebhook, type WebhookRow } from "../../veriff/webhook-store";
import type { World } from "../../world";
import { count, text } from "../fields";
import { type ControlRoute, controlRoute } from "../route";

const session = z.uuid();
const delivery = VeriffDelivery.prefault({});

/** The stand-in for Veriff, without its page. */
export const veriffRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/veriff",
    summary: "Where the stand-in for Veriff is, where its webhooks go, and the reasons and labels it offers.",
    input: z.object({}),
    output: VeriffSettings.in,
    run: async ({ world }) =>
      z.encode(VeriffSettings, {
        apiUrl: veriffUrl(world),
        webhookUrl: veriffOf(world).webhookUrl,
        reasons: reasons(),
        riskLabels,
      }),
  }),
  controlRoute({
    method: "GET",
    path: "/veriff/sessions",
    summary: "Verifications, newest first; of one service's reference, or all.",
    input: z.object({ vendor_data: text.optional(), limit: count }),
    output: z.array(VeriffSession.in),
    run: async ({ world }, { vendor_data, limit }) => {
      const rows = await listSessions(world.database.db, { vendorData: vendor_data, limit });
      return rows.map((row) => shown(world, row));
    },
  }),
  controlRoute({
    method: "POST",
    path: "/veriff/sessions/start",
    summary: "Opens a verification; Veriff tells that it was started.",
    input: z.strictObject({ session_id: session, delivery }),
    output: VeriffSession.in,
    run: ({ world }, input) =>
      told(world, () => startSession(world, { sessionId: input.session_id }, input.delivery)),
  }),
  controlRoute({
    method: "POST",
    path: "/veriff/sessions/submit",
    summary: "Hands the documents of a started verification in; Veriff tells that they were submitted.",
    input: z.strictObject({ session_id: session, delivery }),
    output: VeriffSession.in,
    run: ({ world }, input) =>
      told(world, () => submitSession(world, { sessionId: input.session_id }, input.delivery)),
  }),
  controlRoute({
    method: "POST",
    path: "/veriff/sessions/decide",
    summary:
      "Decides a verification, also one that was decided before; events that lead there and were not told yet go along.",
    input: z.strictObject({
      session_id: session,
      outcome: VeriffOutcome,
      delivery,
      order: z.enum(VERIFF_ORDERS).default("natural"),
    }),
    output: VeriffSession.in,
    run: ({ world }, { session_id, outcome, delivery, order }) =>
      told(world, () => decideSession(world, { sessionId: session_id }, outcome, { ...delivery, order })),
  }),
  controlRoute({
    method: "GET",
    path: "/veriff/deliveries",
    summary: "Webhooks of one verification or of all, newest first, with their bodies and what came of them.",
    input: z.object({ session_id: session.optional(), limit: count }),
    output: z.array(VeriffWebhook.in),
    run: async ({ world }, { session_id, limit }) => {
      const rows = await listWebhooks(world.database.db, { sessionId: session_id, limit });
      return rows.map(shownWebhook);
    },
  }),
  controlRoute({
    method: "POST",
    path: "/veriff/deliveries/send",
    summary: "Sends a webhook at once, whatever came of it before.",
    input: z.strictObject({ id: z.int().positive().max(2_147_483_647) }),
    output: VeriffWebhook.in,
    run: ({ world }, { id }) => sendAgain(world, id),
  }),
];

async function told(world: World, work: () => Promise<SessionRow>) {
  try {
    return shown(world, await work());
  } catch (error) {
    throw error instanceof VeriffStepRefused ? refused(error.message) : error;
  }
}

async function sendAgain(world: World, id: number) {
  const webhook = await world.write(async ({ db }) => {
    if (!(await findWebhook(db, id))) throw refused(`There is no delivery ${id}.`);
    await updateWebhook(db, id, { state: "waiting", nextAttempt: now() });
    return findWebhook(db, id);
  });
  wakeCourier(world);
  return shownWebhook(webhook as WebhookRow);
}

const shown = (world: World, { id, token, ...row }: SessionRow) =>
  z.encode(VeriffSession, { ...row, sessionId: id, url: pageUrl(world, token) });

const shownWebhook = (row: WebhookRow) =>
  z.encode(VeriffWebhook, { ...row, what: row.what as z.output<typeof VeriffWebhook>["what"] });
