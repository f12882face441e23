import type { z } from "zod";
import { Login, MessageLogin, Refresh, TextRequest, TextToSign, Tokens } from "./login";
import { Health, KeySet, ServiceInfo } from "./operations";
import { EmailChange, IdentityUser } from "./user";

export type IdentityMethod = "GET" | "POST" | "PUT" | "DELETE";

interface Shapes {
  body?: z.ZodType;
  /** The body may be missing altogether. */
  isBodyOptional?: boolean;
  /** The body is handed over as bytes, before anything reads it. */
  isRaw?: boolean;
  /** Absent: the answer is empty. */
  returns?: z.ZodType;
  /** A route that the original does not have: absent in strict mode. */
  isOurs?: boolean;
}

export interface IdentityEndpoint extends Shapes {
  name: string;
  method: IdentityMethod;
  /** Below the service's root; `{names}` take one segment. */
  path: string;
}

function row<const S extends Shapes>(request: `${IdentityMethod} /${string}`, shapes: S) {
  const space = request.indexOf(" ");
  const method = request.slice(0, space) as IdentityMethod;
  return { ...shapes, method, path: request.slice(space + 1) };
}

/**
 * The operations of the identity service. Who may call which is a rule over paths, not a column, because paths that do
 * not exist follow it too: `server/identity/access.ts`.
 */
export const identityEndpoints = {
  requestText: row("POST /authorize", { body: TextRequest, returns: TextToSign }),
  requestMessage: row("POST /authorize/by-message", { returns: TextToSign }),
  logIn: row("POST /authorize/jwt", { body: Login, returns: Tokens }),
  logInByMessage: row("POST /authorize/jwt/by-message", { body: MessageLogin, returns: Tokens }),
  refresh: row("POST /authorize/refresh", { body: Refresh, returns: Tokens }),
  getUser: row("GET /user", { returns: IdentityUser }),
  updateUser: row("PUT /user", { body: EmailChange, returns: IdentityUser }),
  logOut: row("POST /user/logout", {}),
  getHealth: row("GET /actuator/health", { returns: Health }),
  getInfo: row("GET /actuator/info", { returns: ServiceInfo }),
  getKeys: row("GET /.well-known/jwks.json", { returns: KeySet, isOurs: true }),
} as const;

export type IdentityEndpointName = keyof typeof identityEndpoints;

export const identityEndpointList: (IdentityEndpoint & { name: IdentityEndpointName })[] = Object.entries(
  identityEndpoints,
).map(([name, endpoint]) => ({ ...endpoint, name: name as IdentityEndpointName }));
