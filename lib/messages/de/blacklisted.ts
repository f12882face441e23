import type { blacklistedText as english } from "../blacklisted";
import type { Translation } from "../catalogue";

/** What of a balance is blacklisted, in German; the time of the copy follows. */
export const blacklistedText = {
  part: (amount: string) => `davon ${amount} auf der Sperrliste, Stand`,
  none: "nichts davon auf der Sperrliste, Stand",
  notKnown: "davon auf der Sperrliste: nicht bekannt",
} satisfies Translation<typeof english>;
