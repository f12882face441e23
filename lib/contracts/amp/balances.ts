import { z } from "zod";
import { outpoint, wire } from "@/lib/contracts/wire";
import { Ownership } from "./ownerships";

const lost = { lostOutputs: z.array(outpoint), reissuanceLostOutputs: z.array(outpoint) };

/** Outputs AMP can no longer follow. */
export const LostOutputs = wire(lost);
export type LostOutputs = z.output<typeof LostOutputs>;

export const AssetBalance = wire({ confirmedBalance: z.array(Ownership), ...lost });
export type AssetBalance = z.output<typeof AssetBalance>;
