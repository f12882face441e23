/** AMP's text says "more than two" before an asset is registered as authorised. */
export const AUTHORIZE_CONFIRMATIONS = 3;

type AssetState = "locked" | "unauthorized" | "active";
interface Stands {
  isLocked: boolean;
  isAuthorized: boolean;
}

/** All that hold: an asset may be locked and not authorised at once. */
export function assetStates({ isLocked, isAuthorized }: Stands): AssetState[] {
  const wrong: AssetState[] = [
    ...(isLocked ? (["locked"] as const) : []),
    ...(isAuthorized ? [] : (["unauthorized"] as const)),
  ];
  return wrong.length > 0 ? wrong : ["active"];
}

/** For a filter: an asset that is locked and not authorised is found under both. */
export const assetStateMatches = (asset: Stands, state: string): boolean =>
  assetStates(asset).some((one) => one === state);
