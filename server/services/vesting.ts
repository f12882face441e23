import type { Freshness } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { VestingDate } from "@/lib/domain/vesting";
import { authorize } from "@/server/auth/authorize";
import { vestingOf } from "@/server/mirror/open-assignments";
import { type Asset, getAsset } from "./assets";

interface Vesting {
  asset: Asset;
  dates: VestingDate[];
  freshness: Freshness;
}

/** What vests when, out of the desk's copies. AMP: GET /assets/{a}; for the copies …/assignments, GET /registered_users/ */
export async function readVesting(actor: Actor, assetUuid: string): Promise<Vesting> {
  await authorize(actor, "assignment:read", assetUuid);
  const [asset, vesting] = await Promise.all([getAsset(actor, assetUuid), vestingOf(actor, assetUuid)]);
  return { asset, ...vesting };
}
