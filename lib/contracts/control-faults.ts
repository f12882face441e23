import { z } from "zod";
import { FAULT_EFFECTS, FAULT_KINDS, FAULT_SURFACES } from "@/lib/domain/faults";
import { wire } from "./wire";

/** What goes wrong in the sandbox by order. Which options belong to which kind: `lib/domain/faults.ts`. */
const order = {
  surface: z.enum(FAULT_SURFACES),
  target: z.string(),
  kind: z.enum(FAULT_KINDS),
  /** Calls it hits; null = until it is removed. */
  remaining: z.int().positive().nullable(),
  /** Calls it lets pass before. */
  skip: z.int().nonnegative(),
  /** Share of the calls it hits, above 0 and at most 1. */
  probability: z.number(),
  ms: z.int().optional(),
  jitterMs: z.int().optional(),
  effect: z.enum(FAULT_EFFECTS).optional(),
  afterMs: z.int().optional(),
  status: z.int().optional(),
  retryAfterSeconds: z.int().optional(),
  contentType: z.string().optional(),
  chunkBytes: z.int().optional(),
  everyMs: z.int().optional(),
};

/** POST /faults */
export const FaultOrder = wire(order);
export type FaultOrder = z.output<typeof FaultOrder>;

/** GET /faults gives an array of these. */
export const Fault = wire({ id: z.int(), ...order });
export type Fault = z.output<typeof Fault>;

/** DELETE /faults */
export const RemovedFaults = z.object({ removed: z.array(z.int()) });
export type RemovedFaults = z.output<typeof RemovedFaults>;

/** GET /faults/targets: names that a target may have, besides paths and "*". */
export const FaultTargets = z.object({ amp: z.array(z.string()), node: z.array(z.string()) });
export type FaultTargets = z.output<typeof FaultTargets>;
