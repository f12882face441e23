import type { Identity } from "./service";

/** On every answer, whatever it is. */
const FIXED: readonly [string, string][] = [
  ["Vary", "Origin"],
  ["Vary", "Access-Control-Request-Method"],
  ["Vary", "Access-Control-Request-Headers"],
  ["X-Content-Type-Options", "nosniff"],
  ["X-XSS-Protection", "1; mode=block"],
  ["Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"],
  ["Pragma", "no-cache"],
  ["Expires", "0"],
  ["X-Frame-Options", "DENY"],
];

const MORE: readonly [string, string][] = [
  ["Referrer-Policy", "no-referrer"],
  ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
];

const METHODS = ["HEAD", "GET", "POST", "PUT", "DELETE"];
const REQUEST_HEADERS = ["authorization", "content-type", "cache-control"];

/** Puts the fixed headers and those of CORS on an answer; what the answer brought itself stays. */
export function finish(identity: Identity, request: Request, response: Response): Response {
  const { headers } = response;
  for (const [name, value] of FIXED) headers.append(name, value);
  if (identity.fixes.moreHeaders) {
    for (const [name, value] of MORE) if (!headers.has(name)) headers.set(name, value);
  }
  const origin = allowedOrigin(identity, request);
  if (origin) headers.set("Access-Control-Allow-Origin", origin);
  return response;
}

/** The answer to a pre-flight, or to a call from elsewhere with a method nobody may use; null for all others. */
export function answerCors(identity: Identity, request: Request): Response | null {
  if (!isFromElsewhere(request)) return null;
  const wanted = request.headers.get("access-control-request-method");
  const isPreflight = request.method === "OPTIONS" && wanted !== null;
  const method = isPreflight ? wanted : request.method;
  const isForbidden = !allowedOrigin(identity, request) || !METHODS.includes(method);
  if (!isPreflight) return isForbidden && request.method !== "OPTIONS" ? refused() : null;
  const asked = listOf(request.headers.get("access-control-request-headers"));
  const allowed = asked.filter((name) => REQUEST_HEADERS.includes(name.toLowerCase()));
  // the original refuses only when not one of the headers it was asked for is allowed
  if (isForbidden || (asked.length > 0 && allowed.length === 0)) return refused();
  const headers = { "Access-Control-Allow-Methods": METHODS.join(",") };
  return new Response(null, {
    headers: asked.length > 0 ? { ...headers, "Access-Control-Allow-Headers": allowed.join(", ") } : headers,
  });
}

const refused = () => new Response("Invalid CORS request", { status: 403 });

const listOf = (header: string | null): string[] =>
  (header ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);

function isFromElsewhere(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(request.url).origin;
}

function allowedOrigin({ config }: Identity, request: Request): string | null {
  if (!isFromElsewhere(request)) return null;
  const origin = request.headers.get("origin") ?? "";
  if (config.allowedOrigins.includes("*")) return "*";
  return config.allowedOrigins.includes(origin) ? origin : null;
}
