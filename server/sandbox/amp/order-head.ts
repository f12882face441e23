import { CLIENT_SCRIPT_VERSION } from "@/lib/contracts/amp/orders";
import type { WorldEnv } from "../world";
import type { AssetRow } from "./asset-store";

/** What every work order begins with; clients put the path where the `{}` stands. */
export const orderHead = (env: WorldEnv, asset: AssetRow) => ({
  minSupportedClientScriptVersion: CLIENT_SCRIPT_VERSION,
  baseUrl: `${env.baseUrl}/{}`,
  assetUuid: asset.uuid,
  assetId: asset.assetId,
});
