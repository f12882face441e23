import { z } from "zod";

/** A bare JSON array of addresses, also as the body of add and delete. */
export const TreasuryAddresses = z.array(z.string().min(1));
export type TreasuryAddresses = z.output<typeof TreasuryAddresses>;
