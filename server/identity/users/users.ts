import type { IdentityUser } from "@/lib/contracts/identity/user";
import { seal, unseal } from "@/server/platform/seal";
import { businessError } from "../errors";
import { printWallet } from "../printing";
import type { Identity } from "../service";
import { findUser, setEmail, type UserRow } from "./user-store";

/** GET /user. @throws Refusal 0301 without a row */
export async function getUser(identity: Identity, address: string): Promise<IdentityUser> {
  return toUser(identity, await requireUser(identity, address));
}

/** PUT /user: the e-mail is kept in lower case and looked at no further. @throws Refusal 0301 without a row */
export async function updateEmail(identity: Identity, address: string, email: string): Promise<IdentityUser> {
  const sealed = seal(identity.config.secretKey, email.toLowerCase(), address);
  const row = await setEmail(identity.database.db, address, sealed);
  if (!row) throw missingUser(identity, address);
  return toUser(identity, row);
}

/** @throws Refusal 0301 without a row */
export async function requireUser(identity: Identity, address: string): Promise<UserRow> {
  const row = await findUser(identity.database.db, address);
  if (!row) throw missingUser(identity, address);
  return row;
}

const missingUser = (identity: Identity, address: string) =>
  businessError("0301", `Missing user with address: ${printWallet(identity, address)}`);

/** The user as the wire has it. */
export const toUser = ({ config }: Identity, { address, email, userInfoUuid }: UserRow): IdentityUser => ({
  address,
  email: email === null ? null : unseal(config.secretKey, email, address),
  emailVerified: true,
  kycCompleted: userInfoUuid !== null,
});
