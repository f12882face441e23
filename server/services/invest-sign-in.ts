import { isAddress } from "viem";
import type { Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import { routes } from "@/lib/routes";
import { type IdentityClient, identityClient } from "@/server/identity-client/client";
import { isTokenRefused, refusalOf } from "@/server/identity-client/refusal";
import { ATTEMPT_MINUTES, findAttempt, openAttempt } from "@/server/investor/attempt-store";
import { NO_OFFERS, readOffers } from "@/server/investor/chain-work";
import { identityAs, toPortalTokens } from "@/server/investor/identity-as";
import { endPortalSession, endPortalSessionsOf, openFromAttempt } from "@/server/investor/session-store";
import { checkSignature, isKeyLong } from "@/server/investor/signature";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

interface Visit {
  address: string;
  chainId: number;
  issuer?: string | undefined;
  forwardedFor: string | null;
}

/**
 * Gets a text to sign and binds it to this browser and, where it can, to this page. Identity: GET /chains, POST /authorize
 * @returns `secret` for the browser's cookie: without it the signature is worth nothing
 * @throws AppError INVALID_INPUT for what is no address, REJECTED for a chain that the service does not list
 */
export async function startSignIn({ address, chainId, issuer, forwardedFor }: Visit) {
  if (!isAddress(address, { strict: false })) throw new AppError("INVALID_INPUT", text.addressForm);
  const wallet = address.toLowerCase();
  const client = identityClient({ accessToken: null, forwardedFor });
  await requireListed(client, chainId);
  const payload = await requestText(client, wallet, chainId);
  const expiresAt = new Date(now().getTime() + ATTEMPT_MINUTES * 60_000);
  const attempt = { address: wallet, chainId, issuerSlug: issuer ?? null, text: payload, expiresAt };
  return { secret: await openAttempt(attempt), text: payload, expiresAt };
}

/** A service that tells of no chain leaves them open; one that has no such route asks a visitor for a token. */
async function requireListed(client: IdentityClient, chainId: number): Promise<void> {
  const { chains } = await readOffers(client).catch((error: unknown) => {
    if (isTokenRefused(error)) return NO_OFFERS;
    throw error;
  });
  if (chains.length === 0 || chains.some((chain) => chain.chainId === chainId)) return;
  throw new AppError("REJECTED", text.chainUnknown);
}

/**
 * After EIP-4361 where the service lets this portal's origin have such a text, so that a wallet warns on any other page;
 * else the original's. Older services ignore the wish.
 */
async function requestText(client: IdentityClient, address: string, chainId: number): Promise<string> {
  const { AMPDESK_URL } = deskEnv();
  const plain = { address, chainId: null };
  if (AMPDESK_URL === undefined) return (await client.call("requestText", { body: plain })).payload;
  const wish = { format: "eip4361", origin: new URL(AMPDESK_URL).origin, chainId: BigInt(chainId) };
  const { payload } = await client
    .call("requestText", { body: { address, ...wish } })
    .catch((error: unknown) => {
      if (refusalOf(error)?.errCode !== "0211") throw error;
      return client.call("requestText", { body: plain });
    });
  return payload;
}

/**
 * Signs in with the signature over this browser's text. The service takes a signature over any text it has outstanding
 * for the wallet; the portal only one over the text that it showed here. Identity: POST /authorize/jwt
 * @returns the session's secret for the cookie, and where the person wanted to go
 * @throws AppError CONFLICT when the text is another browser's or too old, REJECTED when the signature is wrong
 */
export async function finishSignIn(input: {
  attempt: string | null;
  signature: string;
  forwardedFor: string | null;
}) {
  const { attempt: secret, signature, forwardedFor } = input;
  const attempt = secret === null ? null : await findAttempt(secret);
  if (secret === null || attempt === null) throw new AppError("CONFLICT", text.attemptEnded);
  const { address, chainId, issuerSlug } = attempt;
  const check = await checkSignature({ ...attempt, signature });
  if (check === "wrong") throw new AppError("REJECTED", text.wrongSignature);
  // What cannot be checked here may be a contract's, which the service asks. Of a key's length it may as well be the key's
  // over another text, and that the service would take.
  if (check === "unknown" && isKeyLong(signature)) throw new AppError("REJECTED", text.uncheckable);
  const body = { address, signedPayload: signature, chainId: BigInt(chainId) };
  const tokens = await identityClient({ accessToken: null, forwardedFor }).call("logIn", { body });
  const wallet = { address, chainId, issuerSlug };
  const session = await openFromAttempt(secret, wallet, toPortalTokens(tokens));
  if (session === null) throw new AppError("CONFLICT", text.attemptEnded);
  log.info("portal.signed-in", { chainId });
  return { secret: session, next: issuerSlug === null ? routes.invest : routes.investIssuer(issuerSlug) };
}

/**
 * Here: the session and its tokens are gone, other devices stay. Everywhere: the service ends every login of the wallet
 * as well; while it is away ours end all the same, and nobody has their tokens any more. Identity: POST /user/logout
 * @returns whether the service has ended its logins; false too when it was not asked
 */
export async function signOutInvestor(
  investor: Investor,
  { everywhere }: { everywhere: boolean },
): Promise<{ isServiceEnded: boolean }> {
  if (!everywhere) {
    await endPortalSession(investor.sessionId);
    return { isServiceEnded: false };
  }
  const isServiceEnded = await identityAs(investor)
    .call("logOut")
    .then(
      () => true,
      (error: unknown) => {
        log.warn("portal.not-logged-out", { reason: reasonOf(error) });
        return false;
      },
    );
  await endPortalSessionsOf(investor.address);
  return { isServiceEnded };
}
