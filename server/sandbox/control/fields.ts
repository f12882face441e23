import { z } from "zod";
import { isGaid } from "@/lib/domain/gaid";

/** Fields that several control calls take. */

export const gaid = z.string().refine(isGaid, "is no GAID");

/** Whole sats of an asset. */
export const amount = z.int().positive().max(2_100_000_000_000_000);

/** PostgreSQL stores no zero character. */
export const text = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/, "must not hold a zero character");

/** How many rows a page has at most. */
export const count = z.coerce.number().int().min(1).max(1000).default(100);
