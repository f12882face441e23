import { catalogue } from "./catalogue";

/** What the browser says by itself when something did not come, and goes with every page. */
export const failuresText = catalogue("failuresText", {
  title: "This page could not be read",
  offline: "The desk did not answer. What you see may be older than it looks.",
  retry: "Try again",
  part: "A part of this page could not be loaded",
  partText: "The connection may be broken, or a newer version of the desk runs by now. Reload the page.",
  newer:
    "A newer version of the desk runs by now, so nothing was sent. Reload the page. What you typed in the desk's forms is put back, except secrets.",
  reload: "Reload the page",
  close: "Close",
  stillSignedIn: "You may still be signed in: sign out again",
  stillPreview: "The preview may still be on: end it again",
  reference: (requestId: string) => `Reference ${requestId}`,
});
