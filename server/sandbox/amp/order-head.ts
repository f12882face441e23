import { CLIENT_SCRIPT_VERSION } from "@/lib/contracts/amp/orders";
import type { LiveEnv } from "../world";
import type { AssetRow } from "./asset-store";

/** What every work order begins with; clients put the path where the `{}` stands. */
export const orderHead = (env: LiveEnv, asset: AssetRow) => ({
  minSupportedClientScriptVersion: CLIENT_SCRIPT_VERSION + Number(env.switches.newerScript),
  baseUrl: `${env.baseUrl}/{}`,
  assetUuid: asset.uuid,
  assetId: asset.assetId,
});
