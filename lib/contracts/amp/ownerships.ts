import { z } from "zod";
import { sats, wire } from "@/lib/contracts/wire";

/**
 * One row per owner and GAID. `owner` is a user id as text; the issuer's own (with GAID null) stands for the
 * treasury, null for a holder without a record.
 */
export const Ownership = wire(
  { owner: z.string().nullable(), amount: sats, gaid: z.string().nullable() },
  { gaid: "GAID" },
);
export type Ownership = z.output<typeof Ownership>;
