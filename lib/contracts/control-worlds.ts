import { z } from "zod";
import { isoTime, wire } from "./wire";

/** The whole world of the sandbox, kept under a name. */
export const Snapshot = wire({ name: z.string(), createdAt: isoTime, height: z.int() });
export type Snapshot = z.output<typeof Snapshot>;

/** DELETE /snapshots */
export const ForgottenSnapshot = z.object({ name: z.string() });

/** GET /seeds */
export const Seed = z.object({ name: z.string(), summary: z.string() });
export type Seed = z.output<typeof Seed>;

/** POST /reset */
export const SeededWorld = z.object({ seed: z.string() });
export type SeededWorld = z.output<typeof SeededWorld>;
