import type { Fault, FaultSurface, Spoiler } from "./fault";

/** A finished answer, whole in memory: what is measured, spoiled and sent. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array<ArrayBuffer> | null;
}

type Of<K extends Fault["kind"]> = Extract<Spoiler, { kind: K }>;
export type Invented = Of<"drop" | "server_error" | "bad_gateway" | "rate_limit" | "unauthorized">;

const INVENTED: readonly string[] = ["drop", "server_error", "bad_gateway", "rate_limit", "unauthorized"];
/** Whether the caller hears something in place of what the call came to. */
export const isInvented = (fault: Spoiler): fault is Invented => INVENTED.includes(fault.kind);

/** The status of a connection that was closed without an answer. */
export const DROPPED = 0;

/** What stands in place of the call's own answer, in the words of who would say it: the service, or a proxy before it. */
export function inventAnswer(fault: Invented): Answer {
  switch (fault.kind) {
    case "drop":
      return { status: DROPPED, headers: new Headers(), body: null };
    case "bad_gateway":
      return answer(502, "text/html", page("502 Bad Gateway"));
    case "server_error":
      return serverError(fault);
    case "rate_limit":
      return rateLimit(fault);
    case "unauthorized":
      return unauthorized(fault.surface);
  }
}

function answer(status: number, type: string, text: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: new Headers({ "content-type": type, ...headers }),
    body: new TextEncoder().encode(text),
  };
}

const page = (title: string) =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;

const detail = (status: number, text: string, headers?: Record<string, string>) =>
  answer(status, "application/json", JSON.stringify({ detail: text }), headers);

function serverError({ surface, status }: Of<"server_error">): Answer {
  if (surface === "amp") return detail(status, "A server error occurred.");
  // The node's own words when it has more calls to do than it may hold.
  const text = surface === "node" && status === 503 ? "Work queue depth exceeded" : "Internal Server Error";
  return answer(status, "text/plain", text);
}

function rateLimit({ surface, retry_after_seconds: seconds }: Of<"rate_limit">): Answer {
  const headers = { "retry-after": `${seconds}` };
  return surface === "amp"
    ? detail(429, `Request was throttled. Expected available in ${seconds} seconds.`, headers)
    : answer(429, "text/plain", "Too Many Requests", headers);
}

function unauthorized(surface: FaultSurface): Answer {
  if (surface === "amp") return detail(401, "Invalid token.");
  if (surface !== "node") return answer(401, "text/plain", "Unauthorized");
  return { status: 401, headers: new Headers({ "www-authenticate": 'Basic realm="jsonrpc"' }), body: null };
}
