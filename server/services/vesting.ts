import type { Actor } from "@/lib/domain/actor";
import { vestingDates } from "@/lib/domain/vesting";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { getAsset } from "./assets";
import { openRows } from "./assignments";

/** When what becomes distributable. AMP: GET /assets/{a}, …/assignments, GET /registered_users/ */
export async function readVesting(actor: Actor, assetUuid: string) {
  await authorize(actor, "assignment:read", assetUuid);
  const [asset, { rows }] = await Promise.all([getAsset(actor, assetUuid), openRows(actor, assetUuid)]);
  return { asset, dates: vestingDates(rows), asOf: now() };
}
