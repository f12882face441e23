import type { Translation } from "../catalogue";
import type { failuresText as english } from "../failures";

/** What the browser says by itself when something did not come, in German. */
export const failuresText = {
  title: "Diese Seite konnte nicht gelesen werden",
  offline: "Ampdesk hat nicht geantwortet. Was Sie sehen, ist möglicherweise älter, als es aussieht.",
  retry: "Erneut versuchen",
  reference: (requestId: string) => `Referenz ${requestId}`,
} satisfies Translation<typeof english>;
