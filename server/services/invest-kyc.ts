import type { Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import { refusalOf } from "@/server/identity-client/refusal";
import { identityAs } from "@/server/investor/identity-as";
import { NO_KYC, withSession } from "@/server/investor/kyc";
import { readSeenKyc, saveSeenKyc } from "@/server/investor/kyc-store";

/** Identity: PUT /user */
export async function setInvestorEmail(investor: Investor, { email }: { email: string }): Promise<void> {
  await identityAs(investor).call("updateUser", { body: { email } });
}

/**
 * Where the person is verified: the running session's page, or that of a new one. Identity: POST /veriff/session. What
 * the answer tells of an earlier session it tells once, so it is written down before anything else.
 * @throws AppError UNAVAILABLE while the verification partner is away
 */
export async function startKyc(investor: Investor): Promise<{ url: string }> {
  const session = await identityAs(investor)
    .call("requestSession")
    .catch((cause: unknown) => {
      if (refusalOf(cause)?.status !== 502) throw cause;
      throw new AppError("UNAVAILABLE", text.verificationAway, { cause, retryable: true });
    });
  const seen = (await readSeenKyc(investor.address)) ?? NO_KYC;
  await saveSeenKyc(investor.address, withSession(seen, session));
  const url = session.verificationUrl;
  // It comes from another service and becomes a page's address.
  if (url === null || !/^https?:$/.test(URL.parse(url)?.protocol ?? "")) {
    throw new AppError("UNAVAILABLE", text.verificationAway, { retryable: true });
  }
  return { url };
}

/** For services that are set up for tests alone. Identity: POST /test/kyc */
export async function testKyc(
  investor: Investor,
  { firstName, lastName }: { firstName: string; lastName: string },
): Promise<void> {
  const { address } = investor;
  await identityAs(investor).call("verifyForTest", { body: { address, firstName, lastName } });
}
