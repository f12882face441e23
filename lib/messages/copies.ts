import { catalogue } from "./catalogue";

/** The desk's copies of AMP's lists, as they stand while AMP is away. */
export const copiesText = catalogue("copiesText", {
  mayLack: "A change that this desk has made or tried since then may be missing in it.",
  tookTooLong:
    "The list has been read again since this download began, and the rest of what it began with is not kept any longer. Download it again.",
});
