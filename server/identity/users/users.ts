import type { IdentityUser } from "@/lib/contracts/identity/user";
import { seal, unseal } from "@/server/platform/seal";
import type { IdentityDb } from "../db/client";
import { businessError } from "../errors";
import { isCompleted } from "../kyc/standing";
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
export async function requireUser(
  identity: Identity,
  address: string,
  db: IdentityDb = identity.database.db,
): Promise<UserRow> {
  const row = await findUser(db, address);
  if (!row) throw missingUser(identity, address);
  return row;
}

export const missingUser = (identity: Identity, address: string) =>
  businessError("0301", `Missing user with address: ${printWallet(identity, address)}`);

/** The user as the wire has it. */
export async function toUser(identity: Identity, user: UserRow): Promise<IdentityUser> {
  return {
    address: user.address,
    email: openEmail(identity, user),
    emailVerified: true,
    kycCompleted: await isCompleted(identity, user),
  };
}

export const openEmail = ({ config }: Identity, { address, email }: UserRow): string | null =>
  email === null ? null : unseal(config.secretKey, email, address);
