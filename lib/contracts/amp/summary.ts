import { z } from "zod";
import { hex64, sats, totalSats, wire } from "@/lib/contracts/wire";

export const AssetSummary = wire({
  assetId: hex64,
  reissuanceTokenId: hex64.nullable(),
  /** The first issuance only. */
  issued: sats,
  reissued: totalSats,
  /** Assignments not yet distributed. */
  assigned: sats,
  distributed: totalSats,
  burned: totalSats,
  blacklisted: sats,
  registeredUsers: z.int(),
  activeRegisteredUsers: z.int(),
  activeGreenSubaccounts: z.int(),
  /** 0 = not reissuable. */
  reissuanceTokens: sats,
});
export type AssetSummary = z.output<typeof AssetSummary>;
