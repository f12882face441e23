import type { KycStatus } from "@/lib/contracts/identity/veriff";
import type { KycNow } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { type IdentityClient, identityClient } from "@/server/identity-client/client";
import { isTokenRefused, refusalOf } from "@/server/identity-client/refusal";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { identityAs } from "./identity-as";
import { endOfDay } from "./kyc";
import { findAskingSession } from "./session-store";

/**
 * What the identity service says of a wallet now: asked as its operator where the desk has the token, else with the
 * tokens of the wallet's newest session. Identity: GET /operator/kyc/{address}, GET /user/kyc
 * @returns null when it cannot be asked: there is neither, or the service does not tell such things
 * @throws AppError as `server/identity-client`
 */
export async function askKycOf(address: string): Promise<KycNow | null> {
  const status = (await askAsOperator(address)) ?? (await askAsWallet(address));
  if (status === "unknown-wallet") return NOBODY;
  return status && toKycNow(status);
}

type Answer = KycStatus | "unknown-wallet" | null;

/** A wallet of which nothing is kept, as after its erasure, has no identification either. */
const NOBODY: KycNow = { isCompleted: false, isRevoked: false, isExpired: false, validUntil: null };

const toKycNow = ({ kycCompleted, isRevoked, isExpired, documentValidUntil }: KycStatus): KycNow => ({
  ...{ isCompleted: kycCompleted, isRevoked, isExpired, validUntil: endOfDay(documentValidUntil) },
});

async function askAsOperator(address: string): Promise<Answer> {
  const accessToken = deskEnv().IDENTITY_OPERATOR_TOKEN;
  if (accessToken === undefined) return null;
  const client = identityClient({ accessToken, forwardedFor: null });
  return client.callIfThere("getKycOf", { path: { address } }).catch((error: unknown) => {
    if (!isTokenRefused(error)) return unknownWallet(error);
    // The investor's own session still tells, while there is one.
    log.warn("portal.operator-token-refused", {});
    return null;
  });
}

async function askAsWallet(address: string): Promise<Answer> {
  const sessionId = await findAskingSession(address.toLowerCase());
  if (sessionId === null) return null;
  const client: IdentityClient = identityAs({ sessionId, forwardedFor: null });
  return client.callIfThere("getKyc").catch(unknownWallet);
}

function unknownWallet(error: unknown): "unknown-wallet" {
  if (error instanceof AppError && refusalOf(error)?.errCode === "0301") return "unknown-wallet";
  throw error;
}
