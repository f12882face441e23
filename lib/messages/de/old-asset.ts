import type { Translation } from "../catalogue";
import type { oldAssetText as english } from "../old-asset";

/** An asset as AMP told it last, while AMP is away. */
export const oldAssetText = {
  since: (time) =>
    `Name, Zustand und Regeln des Assets sind so, wie AMP sie am ${time} genannt hat. Die Listen darunter sagen, wie alt sie sind; wovon Ampdesk keine Kopie hat, fehlt, bis AMP antwortet.`,
} satisfies Translation<typeof english>;
