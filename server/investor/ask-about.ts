import { type IdentityClient, identityClient } from "@/server/identity-client/client";
import { isTokenRefused } from "@/server/identity-client/refusal";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { identityAs } from "./identity-as";
import { findAskingSession } from "./session-store";

/** One question about a wallet in both forms; each gives null where the service does not tell such things. */
interface Question<T> {
  asOperator: (client: IdentityClient) => Promise<T | null>;
  asWallet: (client: IdentityClient) => Promise<T | null>;
}

/**
 * Asks the identity service about a wallet whose owner may be away: as its operator where the desk has the token, else
 * with the tokens of the wallet's newest session.
 * @returns null when it cannot be asked
 * @throws AppError as `server/identity-client`
 */
export async function askAbout<T>(address: string, { asOperator, asWallet }: Question<T>): Promise<T | null> {
  const accessToken = deskEnv().IDENTITY_OPERATOR_TOKEN;
  if (accessToken !== undefined) {
    const answer = await asOperator(identityClient({ accessToken, forwardedFor: null })).catch(noteRefusal);
    if (answer !== null) return answer;
  }
  const sessionId = await findAskingSession(address.toLowerCase());
  return sessionId === null ? null : asWallet(identityAs({ sessionId, forwardedFor: null }));
}

/** The wallet's own session still tells, while there is one. */
function noteRefusal(error: unknown): null {
  if (!isTokenRefused(error)) throw error;
  log.warn("portal.operator-token-refused", {});
  return null;
}
