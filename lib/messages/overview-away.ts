import { catalogue } from "./catalogue";

/** The first page while AMP tells nothing of any asset. */
export const overviewAwayText = catalogue("overviewAwayText", {
  assets: "What the treasury held when the desk looked last. All else of an asset is AMP's to tell.",
  none: "Of assets this desk knows nothing by itself. They are here again once AMP answers.",
  seen: "Seen",
  notSeen: "not seen yet",
});
