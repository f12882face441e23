import type { PinataKey } from "@/lib/contracts/identity/pinata";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { businessError, type Refusal, tooManyCalls } from "../errors";
import { isCompleted } from "../kyc/standing";
import type { Identity } from "../service";
import { findUser } from "../users/user-store";
import { generateKey } from "./client";
import { rememberKey } from "./key-store";
import { takeFromQuota } from "./quota-store";

/**
 * GET /user/pinata: a key of Pinata's for uploads, made for this call; nothing is kept but the name by which it is revoked.
 * @throws Refusal 500 0302 when Pinata is not set up or gives none; 429 over the day's quota and 400 0111 without
 * KYC, while those fixes are on
 */
export async function makePinataKey(identity: Identity, address: string): Promise<PinataKey> {
  const { config, fixes, database } = identity;
  if (!config.pinata.jwt) throw noKey("Pinata is not set up: PINATA_JWT is missing");
  if (fixes.pinataNeedsKyc && !(await isVerified(identity, address))) {
    throw businessError("0111", "Uploads need a verified identity");
  }
  const { keysPerDay } = config.pinata;
  if (fixes.pinataQuota && !(await takeFromQuota(database.db, address, keysPerDay))) {
    throw tooManyCalls(secondsToMidnight());
  }
  try {
    const key = await generateKey(config.pinata, address);
    if (fixes.pinataRevokes) await rememberKey(database.db, key.pinata_api_key);
    return key;
  } catch (error) {
    log.warn("identity.pinata-failed", { reason: reasonOf(error) });
    throw noKey("Failed to get Pinata JWT");
  }
}

async function isVerified(identity: Identity, address: string): Promise<boolean> {
  const user = await findUser(identity.database.db, address);
  return user !== null && (await isCompleted(identity, user));
}

const noKey = (message: string): Refusal => businessError("0302", message, 500);

const DAY_MS = 86_400_000;
/** By UTC. */
const secondsToMidnight = () => Math.ceil((DAY_MS - (now().getTime() % DAY_MS)) / 1_000);
