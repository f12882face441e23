import { z } from "zod";
import { wire } from "@/lib/contracts/wire";

const textInt = z.codec(
  z.string().regex(/^\d{1,9}$/, "A valid integer is required."),
  z.int().nonnegative(),
  {
    decode: Number,
    encode: String,
  },
);

/** Paging of activities and transactions. Block heights are inclusive. */
export const PageQuery = wire(
  {
    start: textInt.optional(),
    count: textInt.optional(),
    sortColumn: z.string().optional(),
    sortOrder: z.enum(["asc", "desc"]).optional(),
    heightStart: textInt.optional(),
    heightStop: textInt.optional(),
  },
  { sortColumn: "sortcolumn", sortOrder: "sortorder" },
);
export type PageQuery = z.output<typeof PageQuery>;

/** The state as of this block. */
export const HeightQuery = wire({ height: textInt.optional() });
export type HeightQuery = z.output<typeof HeightQuery>;

export const DistributedQuery = wire({
  distributed: z.stringbool({ truthy: ["true"], falsy: ["false"] }).optional(),
});
export type DistributedQuery = z.output<typeof DistributedQuery>;
