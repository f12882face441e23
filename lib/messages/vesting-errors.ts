import type { VestingError } from "@/lib/domain/vesting-time";
import { catalogue } from "./catalogue";

/** Why a vesting date cannot be taken as it was typed. */
export const vestingErrorText = catalogue("vestingErrorText", {
  half: "Enter the day and the hour, or clear the date.",
  "not-a-time": "Write the vesting date as 2027-01-31 or 2027-01-31 09:00.",
  "no-such-time": "This day or hour does not exist in your time zone.",
  "out-of-range": "The vesting date must lie between 1970 and 9999.",
} satisfies Record<VestingError, string>);
