import type { Investor, RequestView } from "@/lib/domain/investor";
import { type BoundGaid, isPending, type OwnRequest } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import type { IdentityClient } from "@/server/identity-client/client";
import { refusalOf } from "@/server/identity-client/refusal";
import { findAmpId, noteGaidChecked } from "@/server/investor/amp-id-store";
import { listChainTasks, whitelistOf } from "@/server/investor/chain-work";
import { identityAs } from "@/server/investor/identity-as";
import { askKyc, endOfDay } from "@/server/investor/kyc";
import { readVerifiedName } from "@/server/investor/personal-data";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { isGaidKnown } from "./invest-amp-id";
import {
  findIssuerLink,
  findOwnRequests,
  findSentOrRequireRoom,
  type IssuerLinkFound,
  noteUnservedChains,
  receiveRequest,
  withdrawOwnRequest,
} from "./requests-inbox";

export interface RequestForm {
  /** Made with the form: a repeat after a lost answer meets the first one. */
  intentId: string;
  /** The issuer's part of the link. */
  issuer: string;
  personName: string;
  isCompany: boolean;
}

/**
 * Asks an issuer who takes requests to accept the wallet: first the identity service, which alone knows whether the
 * verification holds, then the issuer's inbox. Identity: GET /user, GET /user/kyc, GET /user/data for the verified name,
 * POST /user/whitelist for each of the issuer's chains. Repeated, it asks for nothing that is already under way.
 * @throws AppError CONFLICT while something is missing or another request is open, NOT_FOUND without such an issuer,
 * REJECTED when its link is closed
 */
export async function sendRequest(investor: Investor, form: RequestForm): Promise<RequestView> {
  const link = await requireIssuer(form.issuer);
  const { address } = investor;
  const sent = await findSentOrRequireRoom({ ...link, address, intentId: form.intentId });
  if (sent) return toView(sent);
  const bound = await requireAmpId(investor, link);
  const client = identityAs(investor);
  const user = await client.call("getUser");
  if (user.email === null) throw new AppError("CONFLICT", text.emailFirst);
  const { kyc, riskLabels } = await askKyc(client, address, user.kycCompleted);
  if (!kyc.isCompleted || kyc.isExpired || kyc.isRevoked || kyc.isUnderReview) {
    throw new AppError("CONFLICT", text.kycMissing);
  }
  const verifiedName = await readVerifiedName(client);
  const unservedChainIds = await askForWhitelist(client, link);
  const { intentId, personName: name, isCompany } = form;
  const request = await receiveRequest({
    ...{
      intentId,
      workspaceId: link.workspaceId,
      address,
      chainId: investor.chainId,
      bound,
      unservedChainIds,
    },
    kyc: { completedAt: kyc.completedAt, validUntil: endOfDay(kyc.validUntil), riskLabels },
    person: { name, verifiedName, email: user.email, isCompany },
  });
  return toView(request);
}

const toView = ({ workspaceId: _, ...request }: OwnRequest): RequestView => request;

async function requireIssuer(slug: string): Promise<IssuerLinkFound> {
  const link = await findIssuerLink(slug);
  if (!link) throw new AppError("NOT_FOUND", text.noIssuer);
  return link;
}

/**
 * With both proofs: what could not be asked of AMP when it was bound, or was asked of another environment's, is asked now
 * with this issuer's access.
 */
async function requireAmpId(investor: Investor, link: IssuerLinkFound): Promise<BoundGaid> {
  const stored = await findAmpId(investor.address);
  if (!stored) throw new AppError("CONFLICT", text.ampIdFirst);
  const { gaid, text: signed, signature, boundAt } = stored;
  const bound = { gaid, text: signed, signature, boundAt };
  if (stored.checkedAt !== null && stored.checkedBy === link.environment)
    return { ...bound, checkedAt: stored.checkedAt };
  if (!(await isGaidKnown(link, gaid))) throw new AppError("CONFLICT", text.gaidUnknown);
  const checked = { checkedAt: now(), checkedBy: link.environment };
  await noteGaidChecked(investor.address, gaid, checked);
  return { ...bound, checkedAt: checked.checkedAt };
}

/**
 * Identity: POST /user/whitelist. A chain that the service does not serve is the issuer's to put right and keeps nobody
 * from asking.
 * @returns those chains
 */
async function askForWhitelist(client: IdentityClient, link: IssuerLinkFound): Promise<number[]> {
  const unserved: number[] = [];
  const { issuerAddress } = link;
  const tasks = whitelistOf((await listChainTasks(client)) ?? [], issuerAddress);
  for (const chainId of link.chainIds) {
    const newest = tasks.find((task) => task.chainId === chainId);
    if (newest && !["failed", "given_up", "expired"].includes(newest.state)) continue;
    await client
      .call("requestWhitelisting", { body: { issuerAddress, chainId: BigInt(chainId) } })
      .catch((error: unknown) => {
        const errCode = refusalOf(error)?.errCode ?? "";
        if (!["0401", "0402"].includes(errCode)) throw error;
        log.warn("portal.chain-not-served", { chainId, errCode });
        unserved.push(chainId);
      });
  }
  return unserved;
}

/**
 * After a transaction that did not succeed, or where the service served a chain not yet. Identity: POST /user/whitelist
 * @throws AppError CONFLICT unless this issuer has a request of the wallet that counts
 */
export async function retryWhitelist(investor: Investor, { issuer }: { issuer: string }): Promise<void> {
  const link = await requireIssuer(issuer);
  const { workspaceId } = link;
  const own = await findOwnRequests({ address: investor.address, workspaceId });
  const request = own.find(({ state }) => isPending(state) || state === "approved");
  if (!request) throw new AppError("CONFLICT", text.requestFirst);
  await noteUnservedChains(request.id, await askForWhitelist(identityAs(investor), link));
}

export async function withdrawRequest(
  investor: Investor,
  { requestId }: { requestId: string },
): Promise<RequestView> {
  return toView(await withdrawOwnRequest({ address: investor.address, requestId }));
}
