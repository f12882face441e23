import { z } from "zod";
import { listCalls } from "../../call-log";
import { type ControlRoute, controlRoute } from "../route";

const Entry = z.object({
  id: z.int(),
  at: z.date(),
  surface: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  account: z.string().nullable(),
});

/** What was asked of the sandbox. */
export const callRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/calls",
    summary:
      "Calls of AMP and of the node after an id, oldest first, at most 1000; never a body or a header.",
    input: z.object({
      after: z.coerce.number().int().nonnegative().default(0),
      path: z.string().default(""),
    }),
    output: z.array(Entry),
    run: ({ world }, input) => listCalls(world.database, input),
  }),
];
