/** AMP's text says "more than two" before an asset is registered as authorised. */
export const AUTHORIZE_CONFIRMATIONS = 3;

type AssetState = "locked" | "unauthorized" | "active";
interface Stands {
  isLocked: boolean;
  isAuthorized: boolean;
}

export const assetState = (asset: Stands): AssetState =>
  asset.isLocked ? "locked" : asset.isAuthorized ? "active" : "unauthorized";

/** For a filter: an asset that is locked and not authorised is found under both. */
export function assetStateMatches(asset: Stands, state: string): boolean {
  if (state === "locked") return asset.isLocked;
  return state === "unauthorized" ? !asset.isAuthorized : assetState(asset) === state;
}
