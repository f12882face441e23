import { z } from "zod";
import { isoTime, sats, unixTime, wire } from "@/lib/contracts/wire";
import { withAliases } from "./aliases";
import { amountToIssue } from "./assets";

export const Assignment = withAliases(
  wire(
    {
      id: z.int(),
      registeredUser: z.int(),
      amount: sats,
      /** Filled when a distribution takes the assignment. */
      receivingAddress: z.string().nullable(),
      distributionUuid: z.uuid().nullable(),
      /** The lock: false = held back. */
      readyForDistribution: z.boolean(),
      vestingDatetime: isoTime.nullable(),
      vestingTimestamp: unixTime.nullable(),
      hasVested: z.boolean(),
      /** True only after AMP has confirmed the distribution. */
      isDistributed: z.boolean(),
      creator: z.int(),
      gaid: z.string().nullable(),
    },
    { gaid: "GAID" },
  ),
  { registered_user: ["investor"] },
  { GAID: ["gaid"] },
);
export type Assignment = z.output<typeof Assignment>;

/** The last second of the year 9999: its ISO form still has four digits for the year. */
const LAST_SECOND = 253_402_300_799;

const vestingTime = z.codec(z.int().min(0).max(LAST_SECOND), z.date(), {
  decode: (seconds) => new Date(seconds * 1000),
  encode: (date) => Math.floor(date.getTime() / 1000),
});

export const AssignmentDraft = wire({
  registeredUser: z.int().positive(),
  amount: amountToIssue,
  readyForDistribution: z.boolean().default(false),
  vestingTimestamp: vestingTime.nullable().default(null),
});
export type AssignmentDraft = z.output<typeof AssignmentDraft>;

/** AMP takes an array but accepts one entry per call. */
export const AssignmentsCreate = wire({ assignments: z.tuple([AssignmentDraft]) });
export type AssignmentsCreate = z.output<typeof AssignmentsCreate>;
