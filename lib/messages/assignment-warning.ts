import { catalogue } from "./catalogue";

/** What stands over the forms that assign units of an asset that is not authorised. */
export const assignmentWarningText = catalogue("assignmentWarningText", {
  title: "The asset is not registered as authorised",
  text: "Units can be assigned. They cannot be distributed before the asset is authorised: AMP does not track it until then.",
  byIssuer: "The asset's issuer registers it.",
  toChecklist: "Go to the checklist",
});
