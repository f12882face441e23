import { z } from "zod";

/** A bare JSON string in both directions; empty when never set. */
export const Memo = z.string();
export type Memo = z.output<typeof Memo>;
