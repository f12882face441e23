import { z } from "zod";
import { sandboxVeriffText as text } from "@/lib/messages/sandbox-veriff";
import type { World } from "../world";
import { createByApi } from "./api";
import { readDelivery, readOutcome, readRevision } from "./form";
import { html } from "./html";
import { pageResponse, sessionPage } from "./page";
import { findSessionByToken, type SessionRow } from "./session-store";
import { pageUrl, veriffOf } from "./settings";
import { decideSession, startSession, submitSession, VeriffStepRefused } from "./steps";
import { listWebhooks } from "./webhook-store";

const SHOWN_WEBHOOKS = 20;
const PAGE = /^\/v\/([A-Za-z0-9_-]{32})(?:\/(start|submit|decide))?$/;

type StepName = "start" | "submit" | "decide";

/** The stand-in for Veriff's session API. Paths arrive without the prefix. */
export function veriffApiHandler(world: World): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!/^\/sessions\/?$/.test(new URL(request.url).pathname)) return new Response(null, { status: 404 });
    return request.method === "POST" ? createByApi(world, request) : notAllowed("POST");
  };
}

/** The page that a session leads to. Paths arrive without the prefix. */
export function veriffPageHandler(world: World): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const [, token, step] = PAGE.exec(pathname) ?? [];
    const session = token ? await findSessionByToken(world.database.db, token) : null;
    if (!session) return pageResponse(404, html`<p>${text.unknown}</p>`);
    if (step)
      return request.method === "POST" ? take(world, session, step as StepName, request) : notAllowed("POST");
    return ["GET", "HEAD"].includes(request.method) ? show(world, session, 200) : notAllowed("GET");
  };
}

async function take(world: World, session: SessionRow, name: StepName, request: Request): Promise<Response> {
  try {
    const form = await request.formData().catch(() => new FormData());
    const at = { sessionId: session.id, revision: readRevision(form) };
    const delivery = readDelivery(form);
    if (name === "start") await startSession(world, at, delivery);
    else if (name === "submit") await submitSession(world, at, delivery);
    else await decideSession(world, at, readOutcome(form), delivery);
    return new Response(null, { status: 303, headers: { location: pageUrl(world, session.token) } });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const current = (await findSessionByToken(world.database.db, session.token)) ?? session;
    return show(world, current, refusal.status, refusal.problem);
  }
}

function refusalOf(error: unknown): { status: number; problem: string } | null {
  if (error instanceof VeriffStepRefused)
    return { status: error.isStale ? 409 : 400, problem: error.message };
  if (!(error instanceof z.ZodError)) return null;
  const fields = new Set(error.issues.map(({ path }) => path.join(".") || "revision"));
  return { status: 400, problem: text.unreadable([...fields].join(", ")) };
}

async function show(world: World, session: SessionRow, status: number, problem?: string): Promise<Response> {
  const { db } = world.database;
  const webhooks = await listWebhooks(db, { sessionId: session.id, limit: SHOWN_WEBHOOKS });
  const back = session.callback ?? veriffOf(world).callbackUrl ?? null;
  return pageResponse(status, sessionPage({ session, webhooks, back, ...(problem ? { problem } : {}) }));
}

const notAllowed = (allow: string) => new Response(null, { status: 405, headers: { allow } });
