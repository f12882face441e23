import { z } from "zod";
import { listCalls } from "../../call-log";
import { type ControlRoute, controlRoute } from "../route";

const id = z.coerce.number().pipe(z.int32().nonnegative());
const words = z
  .string()
  .max(1000)
  .regex(/^\P{Cc}*$/u, "must not contain control characters");

const Filter = z.strictObject({
  after: id.default(0).describe("Calls with a greater id."),
  before: id.optional().describe("Calls with a smaller id: with order=newest the next page."),
  path: words.default("").describe("A part of the path."),
  surface: z.enum(["amp", "node", "registry", "veriff"]).optional(),
  method: words.optional().describe("HTTP method, or RPC method; a batch is found by each of its own."),
  status: z
    .string()
    .regex(/^([1-5]xx|0|[1-5]\d\d)$/, "must be a status such as 404, 4xx for all of a kind, or 0 for none")
    .optional(),
  order: z.enum(["oldest", "newest"]).default("oldest"),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

const Entry = z.object({
  id: z.int(),
  at: z.date().describe("When the answer was ready, by the sandbox's clock."),
  surface: z.string(),
  method: z.string().describe("HTTP method; of the node the RPC method, several with commas for a batch."),
  path: z.string(),
  status: z.int().describe("0: the connection was dropped without an answer."),
  account: z.string().nullable(),
  request_id: z.string().nullable().describe("The header X-Request-Id of the call, else the sandbox's own."),
  duration_ms: z.number().nullable().describe("From the whole request to the answer."),
  size_bytes: z.int().nullable().describe("Length of the answer's body as it was sent."),
  faults: z.array(z.object({ id: z.int(), kind: z.string() })).describe("What hit the call by order."),
  effect_status: z
    .int()
    .nullable()
    .describe(
      "What the call came to where a fault kept that from the caller; null while it came to nothing.",
    ),
});

/** What was asked of the sandbox. */
export const callRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/calls",
    summary: "Calls of AMP, the node and the registry; never a body, a header or a query value.",
    input: Filter,
    output: z.array(Entry),
    run: async ({ world }, { order, status, ...filter }) => {
      const rows = await listCalls(world.database, {
        ...filter,
        status: status === undefined ? undefined : statusRange(status),
        newestFirst: order === "newest",
      });
      return rows.map(view);
    },
  }),
];

/** "404" → 404 to 404, "4xx" → 400 to 499 */
function statusRange(status: string): [from: number, to: number] {
  return [Number(status.replaceAll("x", "0")), Number(status.replaceAll("x", "9"))];
}

const view = (row: Awaited<ReturnType<typeof listCalls>>[number]): z.infer<typeof Entry> => ({
  id: row.id,
  at: row.at,
  surface: row.surface,
  method: row.method,
  path: row.path,
  status: row.status,
  account: row.account,
  request_id: row.requestId,
  duration_ms: row.durationMs,
  size_bytes: row.sizeBytes,
  faults: row.faults ?? [],
  effect_status: row.effectStatus,
});
