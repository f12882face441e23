import { z } from "zod";
import { isoTime, wire } from "./wire";

/** GET /calls gives an array of these: never a body, a header or a query value. */
export const LoggedCall = wire({
  id: z.int(),
  /** When the answer was ready, by the sandbox's clock. */
  at: isoTime,
  surface: z.string(),
  /** HTTP method; of the node the RPC method, several with commas for a batch. */
  method: z.string(),
  path: z.string(),
  /** 0: the connection was dropped without an answer. */
  status: z.int(),
  account: z.string().nullable(),
  requestId: z.string().nullable(),
  durationMs: z.number().nullable(),
  sizeBytes: z.int().nullable(),
  /** What hit the call by order. */
  faults: z.array(z.object({ id: z.int(), kind: z.string() })),
  /** What the call came to where a fault kept that from the caller. */
  effectStatus: z.int().nullable(),
});
export type LoggedCall = z.output<typeof LoggedCall>;
