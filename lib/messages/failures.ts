import { catalogue } from "./catalogue";

/** What the browser says by itself when something did not come, and goes with every page. */
export const failuresText = catalogue("failuresText", {
  title: "This page could not be read",
  offline: "The desk did not answer. What you see may be older than it looks.",
  retry: "Try again",
  reference: (requestId: string) => `Reference ${requestId}`,
});
