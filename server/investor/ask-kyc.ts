import { identityAs } from "./identity-as";
import { endOfDay } from "./kyc";
import { findAskingSession } from "./session-store";

/**
 * What the identity service says of a wallet now, asked with the tokens of its newest session.
 * @returns null when it cannot be asked: no session is left, or the service does not tell such things
 * @throws AppError as `server/identity-client`
 */
export async function askKycOf(
  address: string,
): Promise<{ isRevoked: boolean; isExpired: boolean; validUntil: Date | null } | null> {
  const sessionId = await findAskingSession(address.toLowerCase());
  if (sessionId === null) return null;
  const status = await identityAs({ sessionId, forwardedFor: null }).callIfThere("getKyc");
  if (!status) return null;
  const { isRevoked, isExpired, documentValidUntil } = status;
  return { isRevoked, isExpired, validUntil: endOfDay(documentValidUntil) };
}
