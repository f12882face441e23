import { z } from "zod";

/** GET /user/pinata: a key of Pinata's, named as Pinata names it. */
export const PinataKey = z.object({
  pinata_api_key: z.string(),
  pinata_api_secret: z.string(),
  JWT: z.string(),
});
export type PinataKey = z.output<typeof PinataKey>;
