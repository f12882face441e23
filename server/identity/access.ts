import { decodePath } from "@/lib/http-paths";
import { authenticationError, frameworkError, type Refusal } from "./errors";
import type { Identity } from "./service";
import { type Access, verifyAccess } from "./tokens/access-token";
import { isSame } from "./veriff/signature";

const PUBLIC: readonly [method: string | null, path: RegExp][] = [
  ["GET", /^\/actuator(\/.*)?$/],
  ["GET", /^\/docs\/index\.html$/],
  [null, /^\/authorize(\/.*)?$/],
  ["POST", /^\/veriff\/webhook\/[^/]+$/],
  ["GET", /^\/auto_invest\/[^/]+(\/.*)?$/],
];
/** Routes that the original does not have. */
const PUBLIC_OURS: typeof PUBLIC = [
  ["GET", /^\/docs\/openapi\.json$/],
  ["GET", /^\/chains$/],
  ["GET", /^\/\.well-known\/jwks\.json$/],
];

/** Of ours too: for whoever holds the operator's token, and nobody who logged in. */
const OPERATOR = /^\/operator(\/.*)?$/;

const SCHEME = "Bearer ";

/**
 * Who is asking; null for a public path without a bearer, and for the operator. The rule covers paths that do not exist
 * as well.
 * @throws Refusal 0204 for a bearer that does not verify, 0206 where one is needed, 404 for the operator's paths while no
 * token is set
 */
export async function authenticate(
  identity: Identity,
  request: Request,
  askedPath: string,
): Promise<Access | null> {
  const path = decodePath(askedPath); // as the router reads it: "/%6fperator" is the operator's, too
  const isOpen = isPublic(identity, request.method, path);
  const isForOperator = isOperators(identity, path);
  const { operatorToken } = identity.config;
  if (isForOperator && operatorToken === null) throw frameworkError(404);
  const bearer = bearerOf(request);
  if (bearer === null) {
    if (isOpen) return null;
    throw refusal(identity, "0206");
  }
  if (isForOperator) {
    if (isOperatorBearer(identity, request)) return null;
    throw refusal(identity, "0204");
  }
  const access = await verifyAccess(identity, bearer);
  if (access) return access;
  if (isOpen && identity.fixes.publicIgnoresBearer) return null;
  throw refusal(identity, "0204");
}

function bearerOf(request: Request): string | null {
  const header = request.headers.get("authorization") ?? "";
  return header.startsWith(SCHEME) ? header.slice(SCHEME.length) : null;
}

/** Whether the operator asks. */
export function isOperatorBearer({ config }: Pick<Identity, "config">, request: Request): boolean {
  const bearer = bearerOf(request);
  return config.operatorToken !== null && bearer !== null && isSame(bearer, config.operatorToken);
}

/** Whether a path needs no bearer. */
export function isPublic(
  { mode, fixes }: Pick<Identity, "mode" | "fixes">,
  method: string,
  path: string,
): boolean {
  if (fixes.ownInvestmentsOnly && path.startsWith("/auto_invest/")) return false;
  const rules = mode === "strict" ? PUBLIC : [...PUBLIC, ...PUBLIC_OURS];
  return rules.some(([only, pattern]) => (only === null || only === method) && pattern.test(path));
}

/** Whether a path takes the operator's token and no login. */
export const isOperators = ({ mode }: Pick<Identity, "mode">, path: string): boolean =>
  mode === "default" && OPERATOR.test(path);

const refusal = ({ fixes }: Identity, code: "0204" | "0206"): Refusal =>
  authenticationError(code, fixes.namesScheme ? { "WWW-Authenticate": "Bearer" } : {});
