import type { KycStatus } from "@/lib/contracts/identity/veriff";
import type { KycNow } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { refusalOf } from "@/server/identity-client/refusal";
import { askAbout } from "./ask-about";
import { endOfDay } from "./kyc";

/**
 * What the identity service says of a wallet now: asked as its operator where the desk has the token, else with the
 * tokens of the wallet's newest session. Identity: GET /operator/kyc/{address}, GET /user/kyc
 * @returns null when it cannot be asked: there is neither, or the service does not tell such things
 * @throws AppError as `server/identity-client`
 */
export async function askKycOf(address: string): Promise<KycNow | null> {
  const status = await askAbout<Answer>(address, {
    asOperator: (client) => client.callIfThere("getKycOf", { path: { address } }).catch(unknownWallet),
    asWallet: (client) => client.callIfThere("getKyc").catch(unknownWallet),
  });
  if (status === "unknown-wallet") return NOBODY;
  return status && toKycNow(status);
}

type Answer = KycStatus | "unknown-wallet";

/** A wallet of which nothing is kept, as after its erasure, has no identification either. */
const NOBODY: KycNow = { isCompleted: false, isRevoked: false, isExpired: false, validUntil: null };

const toKycNow = ({ kycCompleted, isRevoked, isExpired, documentValidUntil }: KycStatus): KycNow => ({
  ...{ isCompleted: kycCompleted, isRevoked, isExpired, validUntil: endOfDay(documentValidUntil) },
});

function unknownWallet(error: unknown): "unknown-wallet" {
  if (error instanceof AppError && refusalOf(error)?.errCode === "0301") return "unknown-wallet";
  throw error;
}
