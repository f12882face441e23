import type { TestKyc } from "@/lib/contracts/identity/personal-data";
import type { IdentityUser } from "@/lib/contracts/identity/user";
import { emptyError } from "../errors";
import type { Identity } from "../service";
import { lockAddress } from "../tokens/refresh-store";
import { requireUser, toUser } from "../users/users";
import { dateIn } from "./expiry";
import { linkRecord, storeApproval } from "./link";
import { noRisks, type Personal } from "./record";

/** Wire values: every test record has these. */
const SESSION = "44927492-8799-406e-8076-933bc9164ebc";
const DOCUMENT = {
  documentType: "DRIVERS_LICENSE",
  documentCountry: "GB",
  documentNumber: "MORGA753116SM9IJ",
  documentValidFrom: null,
};
const UNKNOWN = { idNumber: null, dateOfBirth: null, nationality: null, placeOfBirth: null };
const VALID_DAYS = 10;

/**
 * POST /test/kyc: calls a wallet verified without anybody having looked.
 * @throws Refusal 403 while it is switched off or the address is somebody else's, 0301 without a row
 */
export async function verifyForTest(
  identity: Identity,
  caller: string,
  { address: given, firstName, lastName }: TestKyc,
): Promise<IdentityUser> {
  const address = given.toLowerCase();
  if (!identity.config.testKyc) throw emptyError(403);
  if (identity.fixes.ownTestKyc && address !== caller) throw emptyError(403);
  const person: Personal = {
    ...{ firstName, lastName },
    ...UNKNOWN,
    ...DOCUMENT,
    documentValidUntil: dateIn(VALID_DAYS),
  };
  await identity.database.transaction(async (tx) => {
    await lockAddress(tx, address);
    const user = await requireUser(identity, address, tx);
    const approval = { sessionId: SESSION, userAddress: address, person, risks: noRisks };
    await linkRecord(tx, user, await storeApproval(identity, tx, { ...approval, isDocumentUnique: false }));
  });
  return toUser(identity, await requireUser(identity, address));
}
