import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Why a registered user was not deleted: words of the server alone. */
export const userDeletionText = catalogue("userDeletionText", {
  stillOwed: (assets: number) =>
    `The user has a balance or an open assignment of ${countOf(assets, { one: "asset", other: "assets" })}. Nothing was deleted: archive the user, or settle that first.`,
  notLookedUp:
    "AMP did not say what the user has in a form that Ampdesk understands. Nothing was deleted: archive the user instead.",
});
