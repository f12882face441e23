import { z } from "zod";
import { hex64, isoTime, sats, wire } from "@/lib/contracts/wire";
import { withAliases } from "./aliases";

/**
 * One row per output that matters to the asset. Types known so far: issuance, reissuance, burn, distribution,
 * transfer; a new one of AMP's is read as it is.
 */
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
  { registered_user: ["registered user", "investor"] },
  { GAID: ["gaid"] },
);
export type Activity = z.output<typeof Activity>;
