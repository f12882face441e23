import { z } from "zod";
import { hex64, sats, wire } from "@/lib/contracts/wire";

/** A bare JSON string. */
export const GaidText = z.string().min(1);

export const Gaids = z.array(z.string());

/** Answered with 200 for invalid GAIDs too. */
export const GaidValidation = wire({ isValid: z.boolean(), error: z.string().nullish() });
export type GaidValidation = z.output<typeof GaidValidation>;

/** Each call derives and remembers a new address. */
export const GaidAddress = wire({ address: z.string(), error: z.string().nullish() });
export type GaidAddress = z.output<typeof GaidAddress>;

export const GaidBalance = wire({ assetUuid: z.uuid(), assetId: hex64, balance: sats });
export type GaidBalance = z.output<typeof GaidBalance>;
