import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { businessError } from "../errors";
import type { Identity } from "../service";
import { revokeKey } from "./client";
import { forgetKey, isOpenKey, keysBefore } from "./key-store";

const HOUR_MS = 3_600_000;
/** So many at most each hour: Pinata counts calls too. */
const AT_ONCE = 100;

/**
 * POST /user/pinata/revoke: whoever was given a key needs it no more. Nobody else knows its name, so that knowing it is
 * the right to end it; one that was not made here, or is over, is passed over.
 * @throws Refusal 500 0302 when Pinata does not do it; it is tried again when the key's time is over
 */
export async function revokePinataKey(identity: Identity, apiKey: string): Promise<void> {
  const { database, fixes } = identity;
  if (!fixes.pinataRevokes || apiKey.includes("\0") || !(await isOpenKey(database.db, apiKey))) return;
  try {
    await revoke(identity, apiKey);
  } catch (error) {
    log.warn("identity.pinata-not-revoked", { reason: reasonOf(error) });
    throw businessError("0302", "Failed to revoke the Pinata key", 500);
  }
}

/** Ends keys whose time is over, until Pinata refuses one. */
export async function revokeOldKeys(identity: Identity): Promise<void> {
  const { jwt, keyHours } = identity.config.pinata;
  if (!identity.fixes.pinataRevokes || !jwt) return;
  const before = new Date(now().getTime() - keyHours * HOUR_MS);
  for (const apiKey of await keysBefore(identity.database.db, before, AT_ONCE))
    await revoke(identity, apiKey);
}

async function revoke({ config, database }: Identity, apiKey: string): Promise<void> {
  await revokeKey(config.pinata, apiKey);
  await forgetKey(database.db, apiKey);
}
