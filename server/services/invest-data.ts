import type { Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import type { IdentityClient } from "@/server/identity-client/client";
import { findAmpId, forgetAmpId } from "@/server/investor/amp-id-store";
import { identityAs } from "@/server/investor/identity-as";
import { forgetKyc, readSeenKyc } from "@/server/investor/kyc-store";
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
  const [service, sessions, ampId, requests, verification] = await Promise.all([
    readServiceData(client),
    listPortalSessions(address),
    findAmpId(address),
    findOwnRequests({ address }),
    readSeenKyc(address),
  ]);
  const portal = {
    sessions,
    ampId,
    requests: requests.map(({ workspaceId: _, ...own }) => own),
    verification,
  };
  const data = { address, writtenAt: now(), identityService: service, portal };
  return { name: `my-data-${now().toISOString().slice(0, 10)}.json`, text: JSON.stringify(data, null, 2) };
}

const readServiceData = async (client: IdentityClient) =>
  (await client.callIfThere("getPersonalData")) ?? (await client.call("getUser"));

/**
 * Erases what the identity service and the portal keep about the person, takes open requests back and ends every login.
 * What an issuer was told stays with the issuer. Identity: DELETE /user/data
 * @returns what stays, in the service's words and `requests`
 * @throws AppError REJECTED when the service has no such route
 */
export async function askForErasure(investor: Investor): Promise<{ kept: string[] }> {
  const { address } = investor;
  const requests = await findOwnRequests({ address });
  const erasure = await identityAs(investor).callIfThere("erasePersonalData");
  if (!erasure) throw new AppError("REJECTED", text.notOffered);
  for (const { id, state } of requests)
    if (state === "open") await withdrawOwnRequest({ address, requestId: id });
  await Promise.all([forgetKyc(address), forgetAmpId(address), dropPortalSessionsOf(address)]);
  return { kept: [...erasure.kept, ...(requests.length > 0 ? ["requests"] : [])] };
}
