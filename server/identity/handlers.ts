import type { z } from "zod";
import type { IdentityEndpointName, identityEndpoints } from "@/lib/contracts/identity/endpoints";
import { logIn, logInByMessage } from "./login/login";
import { handOutMessage, handOutText } from "./login/texts";
import { health } from "./operations";
import type { Identity } from "./service";
import type { Access } from "./tokens/access-token";
import { publishKeys } from "./tokens/keys";
import { logOut } from "./tokens/logout";
import { refresh } from "./tokens/refresh";
import { getUser, updateEmail } from "./users/users";

type Table = typeof identityEndpoints;
type BodyOf<E> = E extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;
type ReturnOf<E> = E extends { returns: infer R extends z.ZodType } ? z.output<R> : unknown;

export interface Call<Body = undefined> {
  /** Set on every path that is not public. */
  access: Access | null;
  params: Record<string, string>;
  body: Body;
  request: Request;
}

type Handlers = {
  [N in IdentityEndpointName]: (
    identity: Identity,
    call: Call<BodyOf<Table[N]>>,
  ) => Promise<ReturnOf<Table[N]>> | ReturnOf<Table[N]>;
};

/** The caller of a path that is not public. */
export function callerOf({ access }: Pick<Call, "access">): Access {
  if (!access) throw new Error("This path is public and asks for a caller.");
  return access;
}

/** What each endpoint does, by its name. */
export const handlers: Handlers = {
  requestText: (identity, { body }) => handOutText(identity, body.address),
  requestMessage: (identity) => handOutMessage(identity),
  logIn: (identity, { body }) => logIn(identity, body),
  logInByMessage: (identity, { body }) => logInByMessage(identity, body),
  refresh: (identity, { body }) => refresh(identity, body.refreshToken),
  getUser: (identity, call) => getUser(identity, callerOf(call).address),
  updateUser: (identity, call) => updateEmail(identity, callerOf(call).address, call.body.email),
  logOut: (identity, call) => logOut(identity, callerOf(call)),
  getHealth: (identity) => health(identity),
  getInfo: () => ({}),
  getKeys: (identity) => publishKeys(identity),
};
