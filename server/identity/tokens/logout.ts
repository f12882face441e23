import type { Identity } from "../service";
import { revoke, revokeAll } from "./access-store";
import type { Access } from "./access-token";
import { deleteTokensOf, lockAddress } from "./refresh-store";

/** Ends every login of the caller; their access tokens only where that fix is on. */
export async function logOut(
  { database, fixes }: Identity,
  { address, jti, expiresAt }: Access,
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockAddress(tx, address);
    await deleteTokensOf(tx, address);
    if (!fixes.logoutEndsAccess) return;
    await revokeAll(tx, address);
    if (jti) await revoke(tx, jti, expiresAt);
  });
}
