import type { Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { printExactJson } from "@/lib/exact-json";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import type { IdentityClient } from "@/server/identity-client/client";
import { findAmpId, forgetAmpId } from "@/server/investor/amp-id-store";
import { findDocuments, forgetDocuments } from "@/server/investor/document-store";
import { identityAs } from "@/server/investor/identity-as";
import { forgetKyc, readSeenKyc } from "@/server/investor/kyc-store";
import { erasePersonalData, readPersonalData } from "@/server/investor/personal-data";
import { dropPortalSessionsOf, listPortalSessions } from "@/server/investor/session-store";
import { now } from "@/server/platform/clock";
import { findOwnRequests, withdrawOwnRequest } from "./requests-inbox";

/**
 * Everything that the portal and the identity service keep about the wallet, as a file. Identity: GET /user/data, and
 * where the service has no such route GET /user.
 */
export async function readOwnData(investor: Investor): Promise<{ name: string; text: string }> {
  const { address } = investor;
  const client = identityAs(investor);
  const [service, sessions, ampId, requests, verification, documents] = await Promise.all([
    readServiceData(client),
    listPortalSessions(address),
    findAmpId(address),
    findOwnRequests({ address }),
    readSeenKyc(address),
    findDocuments(address),
  ]);
  const portal = {
    sessions,
    ampId,
    requests: requests.map(({ workspaceId: _, ...own }) => own),
    verification,
    documents,
  };
  const data = { address, writtenAt: now(), identityService: service, portal };
  return { name: `my-data-${now().toISOString().slice(0, 10)}.json`, text: printExactJson(data, 2) };
}

const readServiceData = async (client: IdentityClient) =>
  (await readPersonalData(client)) ?? (await client.call("getUser"));

/**
 * Erases what the identity service and the portal keep about the person, takes open requests back and ends every login.
 * What an issuer was told stays with the issuer, and what was uploaded stays on IPFS. Identity: DELETE /user/data
 * @returns what stays, in the service's words, `requests` and `ipfs`
 * @throws AppError REJECTED when the service has no such route
 */
export async function askForErasure(investor: Investor): Promise<{ kept: string[] }> {
  const { address } = investor;
  const [requests, documents] = await Promise.all([findOwnRequests({ address }), findDocuments(address)]);
  const erasure = await erasePersonalData(identityAs(investor));
  if (!erasure) throw new AppError("REJECTED", text.notOffered);
  // The service has ended the login, so this cannot be asked for again: what is certain comes first.
  const forget = [forgetKyc, forgetAmpId, forgetDocuments, dropPortalSessionsOf];
  await Promise.all(forget.map((one) => one(address)));
  for (const { id, state } of requests) if (state === "open") await takeBack(address, id);
  const kept = [...(requests.length > 0 ? ["requests"] : []), ...(documents.length > 0 ? ["ipfs"] : [])];
  return { kept: [...erasure.kept, ...kept] };
}

/** What the issuer has begun to decide in the meantime stays with the issuer. */
const takeBack = (address: string, requestId: string) =>
  withdrawOwnRequest({ address, requestId }).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "CONFLICT")) throw error;
  });
