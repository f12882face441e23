import type { Erasure, PersonalData } from "@/lib/contracts/identity/personal-data";
import { AppError } from "@/lib/errors";
import type { IdentityClient } from "@/server/identity-client/client";

/** Where the service has no such route, or does not answer it to a login whose text named no page. */
const unlessRefused = (error: unknown): null => {
  if (error instanceof AppError && error.code === "FORBIDDEN") return null;
  throw error;
};

/** Everything that the service keeps about the wallet; null when it does not tell. Identity: GET /user/data */
export const readPersonalData = (client: IdentityClient): Promise<PersonalData | null> =>
  client.callIfThere("getPersonalData").catch(unlessRefused);

/** @returns null when the service does not erase. Identity: DELETE /user/data */
export const erasePersonalData = (client: IdentityClient): Promise<Erasure | null> =>
  client.callIfThere("erasePersonalData").catch(unlessRefused);

/** The name in the document that the wallet is verified with now; null when the service does not tell. */
export async function readVerifiedName(client: IdentityClient): Promise<string | null> {
  const records = (await readPersonalData(client))?.kycRecords ?? [];
  const current = records.find(({ connected, endedAs }) => connected && endedAs === null);
  return current ? `${current.firstName} ${current.lastName}`.trim() || null : null;
}
