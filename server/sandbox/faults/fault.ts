import { z } from "zod";

export const faultSurfaces = ["amp", "node", "registry", "veriff"] as const;
export type FaultSurface = (typeof faultSurfaces)[number];

const MINUTE = 60_000;
const milliseconds = z
  .int()
  .min(0)
  .max(10 * MINUTE);

const common = {
  surface: z.enum(faultSurfaces),
  target: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[\x20-\x7e]+$/, "must be plain letters, digits and signs")
    .default("*")
    .describe(
      'amp: an endpoint\'s name, or a part of its path with or without the method before it, e.g. "PUT /lock". ' +
        'registry, veriff: a part of a path likewise. node: an RPC method. "*": every call.',
    ),
  remaining: z
    .int32()
    .positive()
    .nullable()
    .default(null)
    .describe("Calls it hits; null = until it is removed."),
  skip: z.int32().nonnegative().default(0).describe("Calls it lets pass before."),
  probability: z.coerce.number().gt(0).max(1).default(1).describe("Share of the calls it hits."),
};

/** Where the caller learns nothing, the call may do its work all the same. */
const unheard = {
  effect: z
    .enum(["none", "done", "later"])
    .default("none")
    .describe("none: the call does nothing. done: it does its work first. later: it does it after_ms later."),
  after_ms: milliseconds.default(3000),
};

const order = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...common, ...shape });

/**
 * What somebody wants to go wrong. latency waits before the call does its work; drop closes the connection without an
 * answer; server_error, bad_gateway (502, a page of HTML), rate_limit (429 with Retry-After) and unauthorized (401,
 * however right the credentials) answer in place of the call; truncate, wrong_type and trickle spoil the call's own
 * answer: half of it, under another content type, a few bytes at a time.
 */
export const FaultOrder = z.discriminatedUnion("kind", [
  order("latency", {
    ms: milliseconds,
    jitter_ms: milliseconds.default(0).describe("Up to so much more, at random."),
  }),
  order("drop", unheard),
  order("server_error", { status: z.int().min(500).max(599).default(500), ...unheard }),
  order("bad_gateway", unheard),
  order("rate_limit", { retry_after_seconds: z.int().min(0).max(3600).default(30) }),
  order("unauthorized", {}),
  order("truncate", {}),
  order("wrong_type", {
    content_type: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/)
      .default("text/html"),
  }),
  order("trickle", {
    chunk_bytes: z.int().min(1).max(65_536).default(16),
    every_ms: z.int().min(0).max(MINUTE).default(200),
  }),
]);
export type FaultOrder = z.output<typeof FaultOrder>;

/** An order that stands, as the control calls show it. */
export const Fault = z.intersection(z.object({ id: z.int() }), FaultOrder);
export type Fault = FaultOrder & { id: number };
export type Latency = Extract<Fault, { kind: "latency" }>;
/** At most one of these hits a call. */
export type Spoiler = Exclude<Fault, Latency>;
