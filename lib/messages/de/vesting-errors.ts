import type { Translation } from "../catalogue";
import type { vestingErrorText as english } from "../vesting-errors";

/** Why a vesting date cannot be taken as it was typed, in German. */
export const vestingErrorText = {
  half: "Geben Sie Tag und Uhrzeit ein, oder leeren Sie das Feld.",
  "not-a-time": "Schreiben Sie das Vesting-Datum als 2027-01-31 oder 2027-01-31 09:00.",
  "no-such-time": "Diesen Tag oder diese Stunde gibt es in Ihrer Zeitzone nicht.",
  "out-of-range": "Das Vesting-Datum muss zwischen 1970 und 9999 liegen.",
} satisfies Translation<typeof english>;
