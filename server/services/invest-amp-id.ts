import { randomBytes } from "node:crypto";
import { getAddress } from "viem";
import { mayBeGaid } from "@/lib/domain/gaid";
import type { AmpIdView, Investor } from "@/lib/domain/investor";
import { AppError, refuse } from "@/lib/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import { ampIdText } from "@/lib/messages/invest-texts";
import { ampAs } from "@/server/auth/amp-session";
import { findGaidText, saveAmpId, saveGaidText } from "@/server/investor/amp-id-store";
import { checkSignature } from "@/server/investor/signature";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { findIssuerLink, type IssuerLinkFound } from "./requests-inbox";

const TEXT_MINUTES = 30;

/**
 * The text that binds an AMP ID to this wallet, for its signature. AMP: GET /gaids/{g}/validate with the token of the
 * issuer whose link the person opened; without a link nobody can ask, and the request checks it.
 * @returns `isKnownToAmp` null when it was not asked
 * @throws AppError INVALID_INPUT under the field, when the form is wrong or AMP does not know it
 */
export async function prepareAmpId(investor: Investor, { gaid }: { gaid: string }) {
  refuse("gaid", !mayBeGaid(gaid), text.gaidForm);
  const link = investor.issuerSlug === null ? null : await findIssuerLink(investor.issuerSlug);
  const isKnownToAmp = link && (await isGaidKnown(link, gaid));
  refuse("gaid", isKnownToAmp === false, text.gaidUnknown);
  const at = now();
  const prepared = ampIdText({
    ...{ wallet: getAddress(investor.address), gaid, at },
    portal: deskEnv().AMPDESK_URL ?? "AMP Desk",
    nonce: randomBytes(16).toString("hex"),
  });
  await saveGaidText({
    ...{ sessionId: investor.sessionId, gaid, text: prepared },
    checkedAt: isKnownToAmp ? at : null,
    checkedBy: isKnownToAmp ? (link?.environment ?? null) : null,
    expiresAt: new Date(at.getTime() + TEXT_MINUTES * 60_000),
  });
  return { gaid, text: prepared, isKnownToAmp };
}

/** @throws AppError UNAVAILABLE when AMP or the issuer's access to it is away */
export async function isGaidKnown(link: IssuerLinkFound, gaid: string): Promise<boolean> {
  try {
    const amp = await ampAs(link);
    return (await amp.call("validateGaid", { path: { gaid } })).isValid;
  } catch (cause) {
    throw new AppError("UNAVAILABLE", text.gaidUncheckable, { cause, retryable: true });
  }
}

/**
 * Binds the AMP ID whose text this session was given. Text and signature are kept for the issuer.
 * @throws AppError CONFLICT without such a text, REJECTED when the signature is not the wallet's or cannot be checked
 */
export async function bindAmpId(
  investor: Investor,
  { gaid, signature }: { gaid: string; signature: string },
): Promise<AmpIdView> {
  const { sessionId, address, chainId } = investor;
  const prepared = await findGaidText(sessionId, gaid);
  if (!prepared) throw new AppError("CONFLICT", text.gaidTextMissing);
  const check = await checkSignature({ address, chainId, text: prepared.text, signature });
  if (check === "wrong") throw new AppError("REJECTED", text.wrongSignature);
  if (check === "unknown") throw new AppError("REJECTED", text.gaidContractUncheckable);
  const boundAt = now();
  const { text: signed, checkedAt, checkedBy } = prepared;
  const proofs = { text: signed, signature, checkedAt, checkedBy, boundAt };
  await saveAmpId(sessionId, { address, chainId, gaid, isContract: check === "contract", ...proofs });
  return { gaid, boundAt };
}
