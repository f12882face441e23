import type { Translation } from "../catalogue";
import type { overviewAwayText as english } from "../overview-away";

/** The first page while AMP tells nothing of any asset. */
export const overviewAwayText = {
  assets:
    "Was in der Treasury lag, als Ampdesk zuletzt nachsah. Alles andere zu einem Asset kann nur AMP sagen.",
  none: "Zu Assets weiß Ampdesk von sich aus nichts. Sie sind wieder da, sobald AMP antwortet.",
  seen: "Gesehen",
  notSeen: "noch nicht gesehen",
} satisfies Translation<typeof english>;
