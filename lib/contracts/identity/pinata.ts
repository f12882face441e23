import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { text } from "./values";

/** GET /user/pinata: a key of Pinata's, named as Pinata names it. */
export const PinataKey = z.object({
  pinata_api_key: z.string(),
  pinata_api_secret: z.string(),
  JWT: z.string(),
});
export type PinataKey = z.output<typeof PinataKey>;

/** POST /user/pinata/revoke: the part that names the key. */
export const PinataKeyName = wire({ pinataApiKey: text });
export type PinataKeyName = z.output<typeof PinataKeyName>;
