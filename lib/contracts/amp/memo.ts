import { z } from "zod";

/** A bare JSON string in both directions; empty when never set. */
export const Memo = z.string();
/** As AMP tells it: of one that was never set no source says whether it is an empty text or null. */
export const ToldMemo = z.codec(z.string().nullish(), z.string(), {
  decode: (text) => text ?? "",
  encode: (text) => text,
});
export type Memo = z.output<typeof Memo>;
