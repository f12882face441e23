import type {
  ChainTask,
  Investor,
  InvestorOffers,
  InvestorView,
  IssuerLink,
  KycView,
} from "@/lib/domain/investor";
import type { OwnRequest } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { findAmpId } from "@/server/investor/amp-id-store";
import {
  listChainTasks,
  NO_OFFERS,
  readOffers,
  type ServiceOffers,
  whitelistOf,
} from "@/server/investor/chain-work";
import { identityAs } from "@/server/investor/identity-as";
import { askKyc, NO_KYC } from "@/server/investor/kyc";
import { readSeenKyc } from "@/server/investor/kyc-store";
import { rememberIssuer } from "@/server/investor/session-store";
import { findIssuerLink, findOwnRequests, type IssuerLinkFound } from "./requests-inbox";

/** What anybody who opens an issuer's link is told; null without such an issuer. */
export async function readIssuer(slug: string): Promise<IssuerLink | null> {
  const link = await findIssuerLink(slug);
  return link && toIssuer(link);
}

const toIssuer = ({ slug, issuerName, environment, isOpen, ...link }: IssuerLinkFound): IssuerLink => ({
  ...{ slug, name: issuerName, environment, isOpen, chainIds: link.chainIds },
  ...{ showsHoldings: link.showsHoldings, showsDistributions: link.showsDistributions },
});

/**
 * Everything the portal shows of the signed-in wallet. While the identity service is away the view says so and holds what
 * it told last.
 * @param slug the issuer whose page is open; remembered for the way back from the verification
 * @throws AppError UNAUTHENTICATED when the service no longer accepts the login
 */
export async function readInvestorView(investor: Investor, slug?: string): Promise<InvestorView> {
  const link = await findIssuer(investor, slug);
  const [told, ampId, requests] = await Promise.all([
    askService(investor),
    findAmpId(investor.address),
    link ? findOwnRequests({ address: investor.address, workspaceId: link.workspaceId }) : [],
  ]);
  const [request] = requests;
  return {
    address: investor.address,
    chainId: investor.chainId,
    sessionEndsAt: investor.endsAt,
    isServiceReachable: told.isReachable,
    email: told.email,
    kyc: told.kyc,
    ampId: ampId && { gaid: ampId.gaid, boundAt: ampId.boundAt },
    issuer: link && toIssuer(link),
    request: request ? toRequestView(request) : null,
    whitelist: link && told.tasks && whitelistOf(told.tasks, link.issuerAddress),
    offers: offersOf(told.offers, link, request),
  };
}

async function findIssuer(investor: Investor, slug = investor.issuerSlug): Promise<IssuerLinkFound | null> {
  const link = slug === null ? null : await findIssuerLink(slug);
  if (link && link.slug !== investor.issuerSlug) await rememberIssuer(investor.sessionId, link.slug);
  return link;
}

const toRequestView = ({ workspaceId: _, ...request }: OwnRequest) => request;

interface Told {
  isReachable: boolean;
  email: string | null;
  kyc: KycView;
  tasks: ChainTask[] | null;
  offers: ServiceOffers;
}

/** Identity: GET /user, GET /user/kyc, GET /user/chain-tasks, GET /chains; the last three where the service has them. */
async function askService(investor: Investor): Promise<Told> {
  const client = identityAs(investor);
  try {
    const [user, tasks, offers] = await Promise.all([
      client.call("getUser"),
      listChainTasks(client),
      readOffers(client),
    ]);
    const { kyc } = await askKyc(client, investor.address, user.kycCompleted);
    return { isReachable: true, email: user.email, kyc, tasks, offers };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "UNAVAILABLE") throw error;
    const kyc = (await readSeenKyc(investor.address)) ?? NO_KYC;
    return { isReachable: false, email: null, kyc, tasks: null, offers: NO_OFFERS };
  }
}

function offersOf(
  { chains, testKyc, documents, recaptchaSiteKey }: ServiceOffers,
  link: IssuerLinkFound | null,
  request: OwnRequest | undefined,
): InvestorOffers {
  const isShown = link !== null && (link.showsHoldings || link.showsDistributions);
  return {
    faucet: chains.some(({ hasFaucet }) => hasFaucet),
    autoInvest: chains.some(({ hasAutoInvest }) => hasAutoInvest),
    documents,
    holdings: isShown && request?.state === "approved",
    ...{ testKyc, recaptchaSiteKey, chains },
  };
}
