import { z } from "zod";
import { log } from "@/server/platform/log";
import { causeOf, isDataException, reasonOf } from "@/server/platform/reason";
import { authenticate, isOperatorBearer, isOperators } from "./access";
import { readBody } from "./body";
import { frameworkError, Refusal } from "./errors";
import { handlers } from "./handlers";
import { answerCors, finish } from "./headers";
import { clientIp } from "./limits/client-ip";
import { limitCall } from "./limits/limits";
import { findEndpoint } from "./router";
import type { Identity } from "./service";
import { checkSyntax } from "./syntax";

const PREFIX = "/api/identity";

/** The service over HTTP, at the root and below /api/identity alike. */
export function identityHandler(identity: Identity): (request: Request, peer?: string) => Promise<Response> {
  return async (request, peer) => {
    const path = pathOf(request);
    const response =
      answerCors(identity, request) ??
      (await answer(identity, request, path, peer).catch((error) => toResponse(error, path)));
    return finish(identity, request, response);
  };
}

function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  const isBelow = pathname === PREFIX || pathname.startsWith(`${PREFIX}/`);
  return isBelow ? pathname.slice(PREFIX.length) || "/" : pathname;
}

async function answer(
  identity: Identity,
  request: Request,
  path: string,
  peer: string | undefined,
): Promise<Response> {
  const access = await authenticate(identity, request, path);
  const { name, endpoint, params } = findEndpoint(request.method, path, identity.mode === "default");
  // Whoever logged in, and nobody at all, stay out whatever the path looked like.
  if (isOperators(identity, endpoint.path) && !isOperatorBearer(identity, request)) throw frameworkError(404);
  const body = await readBody(request, endpoint);
  if (identity.fixes.checksSyntax) checkSyntax(body);
  const ip = clientIp(request, peer, identity.config.trustedProxies);
  await limitCall(identity, { endpoint, access, body, ip });
  const result = await handlers[name](identity, { access, params, body, request, ip } as never);
  if (result instanceof Response) return result;
  if (!endpoint.returns) return new Response(null);
  return json(200, z.encode(endpoint.returns, result), request.method === "HEAD");
}

/** Nulls are written out; the type carries no charset. */
function json(status: number, body: unknown, isHead = false, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body);
  return new Response(isHead ? null : text, {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

function toResponse(error: unknown, path: string): Response {
  const { status, bodyAt, headers } = asRefusal(error, path);
  const body = bodyAt(path);
  return body ? json(status, body, false, headers) : new Response(null, { status, headers });
}

/** What no rule caught but PostgreSQL cannot hold, such as a NUL in a text, is the caller's fault. */
function asRefusal(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error;
  const cause = causeOf(error);
  if (cause && isDataException(cause)) return frameworkError(400);
  log.error("identity.failed", { path, reason: reasonOf(error) });
  return frameworkError(500);
}
