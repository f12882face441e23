import type { Translation } from "../catalogue";
import type { copiesText as english } from "../copies";

/** The desk's copies of AMP's lists, as they stand while AMP is away. */
export const copiesText = {
  mayLack: "Eine Änderung, die Ampdesk seither ausgeführt oder versucht hat, kann darin fehlen.",
  tookTooLong:
    "Seit Beginn des Downloads wurde die Liste neu gelesen, und der Rest des Standes, mit dem er begann, wird nicht länger aufgehoben. Laden Sie sie noch einmal herunter.",
} satisfies Translation<typeof english>;
