import { z } from "zod";
import { wire } from "@/lib/contracts/wire";

export const Info = wire({ version: z.string(), notes: z.string().optional() });
export type Info = z.output<typeof Info>;

/** Version → text with line breaks. The keys are in no numeric order. */
export const Changelog = z.record(z.string(), z.string());
export type Changelog = z.output<typeof Changelog>;
