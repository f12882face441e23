import { isPending, type KycAlertKind } from "@/lib/domain/requests";
import { askKycOf } from "@/server/investor/ask-kyc";
import { isKycStale, lookAtKyc } from "@/server/requests/kyc-watch";
import { findRequest, type StoredRequest } from "@/server/requests/store";

/**
 * What speaks this moment against approving somebody: an alert, or that nobody has answered for the person lately; null
 * too once it is decided. Identity: GET /operator/kyc/{address}, GET /user/kyc
 */
export async function doubtAbout(request: StoredRequest): Promise<KycAlertKind | "unchecked" | null> {
  if (!isPending(request.state)) return null;
  const alert = await lookAtKyc(request, askKycOf);
  const asked = await findRequest(request.id);
  return alert ?? (asked && isKycStale(asked) ? "unchecked" : null);
}
