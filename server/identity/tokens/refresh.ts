import type { Tokens } from "@/lib/contracts/identity/login";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import type { IdentityDb } from "../db/client";
import { businessError } from "../errors";
import type { Identity } from "../service";
import { issueAccess } from "./access-token";
import * as store from "./refresh-store";
import { hashRefreshToken, makeRefreshToken } from "./refresh-token";

const MINUTE_MS = 60_000;
/**
 * How long a replaced token still refreshes: two tabs at once, or an answer that was lost on its way. A client that gives
 * up waiting, after ten seconds or thirty, and asks again is to be within it.
 */
const GRACE_MS = 60_000;

type Outcome =
  | { address: string; createdAt: Date; origin: string | null; token: string }
  | "unknown"
  | "expired"
  | "reused";

/**
 * A new access token; the refresh token is the same one or, while rotation is on, its successor. Neither lives longer
 * for it.
 * @throws Refusal 0208
 */
export async function refresh(identity: Identity, token: string): Promise<Tokens> {
  // committed before it is refused, because a refusal deletes
  const outcome = await identity.database.transaction((tx) => renew(identity, tx, token));
  if (typeof outcome === "string") {
    if (outcome === "reused") log.warn("identity.refresh-token-reused");
    throw businessError(
      "0208",
      outcome === "expired" ? "Refresh token expired" : "Non existing refresh token",
    );
  }
  const { address, createdAt, origin } = outcome;
  return {
    accessToken: await issueAccess(identity, address, origin),
    expiresIn: identity.config.accessMinutes * MINUTE_MS,
    refreshToken: outcome.token,
    refreshTokenExpiresIn: secondsLeft(identity, createdAt) * 1000,
  };
}

/** Whole seconds, counted from second to second as the original does. */
function secondsLeft({ config }: Identity, createdAt: Date): number {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
  return seconds(createdAt) + config.refreshMinutes * 60 - seconds(now());
}

async function renew(identity: Identity, tx: IdentityDb, token: string): Promise<Outcome> {
  const hash = hashRefreshToken(token);
  const owner = (await store.findToken(tx, hash)) ?? (await store.findRetired(tx, hash));
  if (!owner) return "unknown";
  await store.lockAddress(tx, owner.address);
  const found = await store.findToken(tx, hash);
  if (!found) return identity.fixes.rotateRefresh ? renewRetired(identity, tx, hash) : "unknown";
  if (secondsLeft(identity, found.createdAt) <= 0) {
    await store.deleteToken(tx, found);
    return "expired";
  }
  const { family } = found;
  if (!identity.fixes.rotateRefresh || !family) return { ...found, token };
  const next = makeRefreshToken();
  await store.replaceToken(tx, { ...found, family }, hash, hashRefreshToken(next), now());
  return { ...found, token: next };
}

/** A token that was replaced: shown within moments it is a second tab, later a copy in somebody else's hands. */
async function renewRetired(identity: Identity, tx: IdentityDb, hash: string): Promise<Outcome> {
  const retired = await store.findRetired(tx, hash);
  if (!retired) return "unknown";
  if (secondsLeft(identity, retired.createdAt) <= 0) return "expired";
  if (now().getTime() - retired.retiredAt.getTime() > GRACE_MS) {
    await store.deleteFamilies(tx, [retired.family]);
    return "reused";
  }
  const next = makeRefreshToken();
  await store.addToken(tx, retired, hashRefreshToken(next));
  return { ...retired, token: next };
}
