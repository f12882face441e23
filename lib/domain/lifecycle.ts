/** AMP's text says "more than two" before an asset is registered as authorised. */
export const AUTHORIZE_CONFIRMATIONS = 3;

type AssetState = "locked" | "unauthorized" | "active";

export const assetState = (asset: { isLocked: boolean; isAuthorized: boolean }): AssetState =>
  asset.isLocked ? "locked" : asset.isAuthorized ? "active" : "unauthorized";
