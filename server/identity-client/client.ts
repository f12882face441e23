import { z } from "zod";
import {
  type IdentityEndpoint,
  type IdentityEndpointName,
  identityEndpoints,
} from "@/lib/contracts/identity/endpoints";
import { toSnake } from "@/lib/contracts/wire";
import { AppError } from "@/lib/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { causeOf } from "@/server/platform/reason";
import { asAppError, isMissingRoute } from "./refusal";

type Table = typeof identityEndpoints;
type PathNames<P> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never;
type Path<E extends { path: string }> = [PathNames<E["path"]>] extends [never]
  ? { path?: never }
  : { path: Record<PathNames<E["path"]>, string | number> };
type Body<E> = E extends { body: infer S extends z.ZodType } ? { body: z.output<S> } : { body?: never };

export type IdentityInput<N extends IdentityEndpointName> = Path<Table[N]> & Body<Table[N]>;
export type IdentityOutput<N extends IdentityEndpointName> = Table[N] extends {
  returns: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;
export type NoInput<N extends IdentityEndpointName> =
  Record<never, never> extends IdentityInput<N> ? [input?: IdentityInput<N>] : [input: IdentityInput<N>];

export interface IdentityCaller {
  /** null calls without a bearer: a bad one would break the public routes of an older service. */
  accessToken: string | null;
  /** X-Forwarded-For of the person's own request: the service counts calls by it. */
  forwardedFor: string | null;
}

export interface IdentityClient {
  /**
   * Calls an operation of the identity service by its name in `lib/contracts/identity/endpoints.ts`.
   * @throws AppError UNAUTHENTICATED (0204, 0206, 0208, 0301), REJECTED, CONFLICT (0111, 0209), NOT_FOUND,
   * UNAVAILABLE (unreachable, slow, 5xx, 429) or INTERNAL (an answer of another shape)
   */
  call<N extends IdentityEndpointName>(name: N, ...input: NoInput<N>): Promise<IdentityOutput<N>>;
  /** Like `call`; null when the service does not have the route. */
  callIfThere<N extends IdentityEndpointName>(
    name: N,
    ...input: NoInput<N>
  ): Promise<IdentityOutput<N> | null>;
}

const DEFAULT_PORT = 3000;

/**
 * An external service's address, else the desk's own service: over the loopback within the desk, which knows its port; a
 * worker goes by the address that people use. Without a trailing slash.
 */
function identityUrl(): string {
  const { IDENTITY_URL, PORT, AMPDESK_URL } = deskEnv();
  if (IDENTITY_URL !== undefined) return IDENTITY_URL.replace(/\/+$/, "");
  const loopback = `http://127.0.0.1:${PORT ?? DEFAULT_PORT}`;
  const desk = PORT === undefined ? (AMPDESK_URL ?? loopback) : loopback;
  return `${desk.replace(/\/+$/, "")}/api/identity`;
}

export function identityClient(caller: IdentityCaller): IdentityClient {
  const call = async (name: IdentityEndpointName, input: { path?: object; body?: unknown } = {}) => {
    const endpoint: IdentityEndpoint = { ...identityEndpoints[name], name };
    const path = fillPath(endpoint.path, (input.path ?? {}) as Record<string, unknown>);
    const body = endpoint.body ? print(input.body as object) : undefined;
    const answer = await send(caller, endpoint, path, body);
    return endpoint.returns ? decode(endpoint, answer, endpoint.returns) : undefined;
  };
  const callIfThere = (name: IdentityEndpointName, input?: { path?: object; body?: unknown }) =>
    call(name, input).catch((error: unknown) => {
      if (isMissingRoute(error)) return null;
      throw error;
    });
  return { call, callIfThere } as IdentityClient;
}

const fillPath = (path: string, values: Record<string, unknown>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));

/** What the service reads is wider than what a client writes, so its shapes cannot be turned round: names alone are. */
const print = (body: object): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(body).map(([name, value]) => [toSnake(name), plain(value)])),
  );

const plain = (value: unknown) => {
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`;
};

async function send(
  { accessToken, forwardedFor }: IdentityCaller,
  { method, path: pattern }: IdentityEndpoint,
  path: string,
  body: string | undefined,
): Promise<string> {
  const startedAt = Date.now();
  const request = `${method} ${pattern}`;
  const isRead = method === "GET";
  const { status, text: answer } = await fetchText(`${identityUrl()}${path}`, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }),
      ...(forwardedFor === null ? {} : { "x-forwarded-for": forwardedFor }),
    },
    body: body ?? null,
  }).catch((error: unknown) => {
    const cause = new Error(`${request}: ${causeOf(error)?.name ?? "failed"}`);
    throw new AppError("UNAVAILABLE", isRead ? text.unreachable : text.noAnswer, {
      cause,
      retryable: isRead,
    });
  });
  log.debug("identity.call", { request, status, ms: Date.now() - startedAt });
  if (status < 200 || status > 299) throw asAppError(request, status, answer, isRead);
  return answer;
}

async function fetchText(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(deskEnv().IDENTITY_TIMEOUT_MS);
  const response = await fetch(url, { ...init, redirect: "manual", cache: "no-store", signal });
  return { status: response.status, text: await response.text() };
}

function decode(endpoint: IdentityEndpoint, answer: string, returns: z.ZodType): unknown {
  const unexpected = (where: string) =>
    new AppError("INTERNAL", text.unexpected, {
      cause: new Error(`${endpoint.method} ${endpoint.path}: ${where}`),
    });
  let json: unknown;
  try {
    json = JSON.parse(answer);
  } catch {
    throw unexpected("no JSON");
  }
  const parsed = z.safeDecode(returns, json as never);
  if (parsed.success) return parsed.data;
  throw unexpected(
    parsed.error.issues.map(({ path, code }) => `${path.join(".") || "the whole"}: ${code}`).join("; "),
  );
}
