import { sql } from "drizzle-orm";
import type { IdentityEndpointName } from "@/lib/contracts/identity/endpoints";
import type { Tokens } from "@/lib/contracts/identity/login";
import type { Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { investErrorsText } from "@/lib/messages/invest-errors";
import { db, transaction } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { type IdentityClient, identityClient } from "@/server/identity-client/client";
import { isMissingRoute, isTokenRefused, refusalOf } from "@/server/identity-client/refusal";
import { now } from "@/server/platform/clock";
import { endPortalSession, type PortalTokens, readPortalTokens, savePortalTokens } from "./session-store";

export type Asking = Pick<Investor, "sessionId" | "forwardedFor">;

/** A token this close to its end could be refused on its way. */
const NEARLY_MS = 15_000;

/** The service's lifetimes count from its answer, a little before it is read. */
export const toPortalTokens = ({ accessToken, expiresIn, refreshToken }: Tokens): PortalTokens => ({
  ...{ accessToken, refreshToken },
  accessExpiresAt: new Date(now().getTime() + expiresIn),
});

/**
 * The identity service as this session's wallet. An access token that is over or refused is renewed once, without the
 * person noticing; when that is refused too, the session ends.
 */
export function identityAs(asking: Asking): IdentityClient {
  const { sessionId, forwardedFor } = asking;
  type Call = (name: IdentityEndpointName, input?: object) => Promise<unknown>;
  const clientWith = (accessToken: string) => identityClient({ accessToken, forwardedFor });
  const call: Call = async (name, input) => {
    const { accessToken } = await usableTokens(asking);
    const run = (token: string) => (clientWith(token).call as Call)(name, input);
    try {
      return await run(accessToken);
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
    }
    const renewed = await renew(asking, accessToken);
    return run(renewed.accessToken).catch(async (error: unknown) => {
      if (isTokenRefused(error)) await endPortalSession(sessionId);
      throw error;
    });
  };
  const callIfThere: Call = (name, input) =>
    call(name, input).catch((error: unknown) => {
      if (isMissingRoute(error)) return null;
      throw error;
    });
  return { call, callIfThere } as IdentityClient;
}

async function usableTokens(asking: Asking): Promise<PortalTokens> {
  const tokens = await readPortalTokens(db(), asking.sessionId);
  if (!tokens) throw sessionEnded();
  const isNearlyOver = tokens.accessExpiresAt.getTime() - now().getTime() < NEARLY_MS;
  return isNearlyOver ? renew(asking, tokens.accessToken) : tokens;
}

const sessionEnded = () => new AppError("UNAUTHENTICATED", investErrorsText.sessionEnded);

// Next loads a module once per bundle; what runs must be known once per process.
const held = globalThis as typeof globalThis & { ampdeskRenewals?: Map<string, Promise<PortalTokens>> };

/** Those of one process wait for one promise, not with a connection each. */
function renew(asking: Asking, stale: string): Promise<PortalTokens> {
  held.ampdeskRenewals ??= new Map();
  const running = held.ampdeskRenewals;
  const key = `${asking.sessionId} ${stale}`;
  const known = running.get(key);
  if (known) return known;
  const renewal = renewAlone(asking, stale).finally(() => running.delete(key));
  running.set(key, renewal);
  return renewal;
}

/** Of all processes one asks: where refresh tokens rotate, a second use of one would end the login. */
async function renewAlone({ sessionId, forwardedFor }: Asking, stale: string): Promise<PortalTokens> {
  try {
    return await transaction(async (tx) => {
      await tx.execute(sql`set local lock_timeout = '25s'`);
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.refresh}, hashtext(${sessionId}))`);
      const tokens = await readPortalTokens(tx, sessionId);
      if (!tokens) throw sessionEnded();
      if (tokens.accessToken !== stale) return tokens;
      const client = identityClient({ accessToken: null, forwardedFor });
      const answer = await client.call("refresh", { body: { refreshToken: tokens.refreshToken } });
      const renewed = toPortalTokens(answer);
      await savePortalTokens(tx, sessionId, renewed);
      return renewed;
    });
  } catch (error) {
    if (refusalOf(error)?.errCode === "0208") await endPortalSession(sessionId);
    throw error;
  }
}
