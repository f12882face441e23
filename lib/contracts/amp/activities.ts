import { z } from "zod";
import { hex64, isoTime, sats, wire } from "@/lib/contracts/wire";
import { withAliases } from "./aliases";

/** One row per output that matters to the asset. Known types; a new one of AMP's is read as it is. */
export const ACTIVITY_TYPES = ["issuance", "reissuance", "burn", "distribution", "transfer"] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

export const Activity = withAliases(
  wire(
    {
      type: z.string(),
      datetime: isoTime,
      description: z.string(),
      txid: hex64,
      vout: z.int().nonnegative(),
      blockheight: z.int(),
      assetBlinder: hex64,
      amountBlinder: hex64,
      registeredUser: z.int().nullable(),
      gaid: z.string().nullable(),
      amount: sats,
    },
    { gaid: "GAID" },
  ),
  { registered_user: ["registered user", "investor"], GAID: ["gaid"] },
);
export type Activity = z.output<typeof Activity>;
