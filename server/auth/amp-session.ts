import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { type AmpClient, createAmpClient } from "@/server/amp/client";
import { logCallsOf } from "@/server/audit/amp-calls";
import type { Db } from "@/server/db/client";
import { deskEnv } from "@/server/platform/env";
import { type Environment, requireEnvironment } from "@/server/platform/environments";
import { tokenSource } from "@/server/vault/token-source";
import { guessing } from "./guesses";
import { asManager } from "./preview";
import { endSessionsOf, takeSealedToken } from "./store";

/** AMP as the workspace's account sees it, with the token from the vault. A refused token ends its sessions. */
export async function ampAs(
  actor: Pick<Actor, "environment" | "workspaceId"> & Partial<Pick<Actor, "personName" | "preview">>,
): Promise<AmpClient> {
  const { ampUrl } = requireEnvironment(actor.environment);
  const alsoEnds = (tx: Db) => endSessionsOf(tx, actor.workspaceId);
  const source = await tokenSource(actor.workspaceId, alsoEnds, takeSealedToken(actor));
  const onCall = logCallsOf(actor.workspaceId, actor.personName);
  const amp = createAmpClient({ baseUrl: ampUrl, timeoutMs: deskEnv().AMP_TIMEOUT_MS, onCall, ...source });
  return actor.preview ? asManager(amp, actor.preview) : amp;
}

/** AMP before anybody is known (`obtain_token`), or as the holder of a token that is being tried. */
export const ampWith = (environment: Environment, token: string | null): AmpClient =>
  createAmpClient({ baseUrl: environment.ampUrl, token, timeoutMs: deskEnv().AMP_TIMEOUT_MS });

/** AMP knows the account and refuses it this. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof AppError && ["REJECTED", "UNAUTHENTICATED", "FORBIDDEN"].includes(error.code);

/**
 * AMP knows the account and lets nobody in with it, as a manager whom the issuer locked. Its words alone tell, for a
 * token that was replaced is refused with the same status.
 */
export const isLockedOut = (error: unknown): boolean =>
  isRefusal(error) && /inactive or deleted/i.test(String((error as AppError).cause));

/**
 * The token of an account, which stays the same. AMP: POST /user/obtain_token
 * @throws AppError UNAVAILABLE also when too many wrong passwords were given lately; AMP is not asked then
 */
export async function obtainToken(
  environment: Environment,
  body: { username: string; password: string },
): Promise<string> {
  const ask = async () => (await ampWith(environment, null).call("obtainToken", { body })).token;
  return guessing(environment.name, body.username, ask, isRefusal);
}

/**
 * The same, for who only asks whether the password is right.
 * @returns null when AMP refuses user name or password
 * @throws AppError UNAVAILABLE
 */
export async function tokenFor(
  environment: Environment,
  body: { username: string; password: string },
): Promise<string | null> {
  try {
    return await obtainToken(environment, body);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** AMP with a token that its caller holds: a refusal is the caller's to judge. */
export const ampHolding = (actor: Actor, token: string): AmpClient =>
  createAmpClient({
    baseUrl: requireEnvironment(actor.environment).ampUrl,
    timeoutMs: deskEnv().AMP_TIMEOUT_MS,
    onCall: logCallsOf(actor.workspaceId, actor.personName),
    token,
  });
