import type { Tokens } from "@/lib/contracts/identity/login";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import type { Identity } from "../service";
import { deleteTokensOf, keepNewest, lockAddress, type NewLogin, startFamily } from "./refresh-store";
import { hashRefreshToken, makeRefreshToken } from "./refresh-token";

const MINUTE_MS = 60_000;
/** Logins of one address side by side. */
const MAX_DEVICES = 10;

/**
 * The tokens of a new login. Those of earlier logins end, or the oldest of them where several devices may be.
 * @param accessToken made before the transaction: it may look for keys, and whoever waits for a second connection while
 * holding one waits for ever once everybody does
 */
export async function issueTokens(
  identity: Identity,
  tx: IdentityDb,
  login: NewLogin,
  accessToken: string,
): Promise<Tokens> {
  const { config, fixes } = identity;
  const { address } = login;
  const refreshToken = makeRefreshToken();
  await lockAddress(tx, address);
  if (!fixes.severalDevices) await deleteTokensOf(tx, address);
  await startFamily(tx, login, hashRefreshToken(refreshToken), now());
  await keepNewest(tx, address, MAX_DEVICES);
  return {
    accessToken,
    expiresIn: config.accessMinutes * MINUTE_MS,
    refreshToken,
    refreshTokenExpiresIn: config.refreshMinutes * MINUTE_MS,
  };
}
