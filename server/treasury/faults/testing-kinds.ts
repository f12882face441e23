/** How a call goes wrong, mostly in the words of the sandbox's own book of faults; each hits one call on the wire. */

/** How long the caller of a call without an answer waits: the desk's limits, shortened for that call alone. */
export const TIMEOUT_MS = 100;
/** How long after a call without an answer its effect may come; in the shortened clock of these tests. */
export const SETTLE_MS = 3_100;
/** How long the desk waits for any other answer: on a busy machine too it gets one. */
export const PATIENCE_MS = 3_000;
const LATE_MS = 250;

export const KINDS = [
  "refused",
  "timeout before effect",
  "timeout after effect",
  "effect after a delay",
  "500 after effect",
  "truncated body",
  "slow",
  "401 in the middle",
] as const;
export type Kind = (typeof KINDS)[number];

interface Fault {
  /** For the sandbox's book. */
  orders: object[];
  /** What the caller does about it. */
  hit?: "given up" | "given up in the answer";
}

const FAULTS: Record<Exclude<Kind, "refused">, Fault> = {
  "timeout before effect": {
    orders: [{ kind: "latency", ms: 3 * TIMEOUT_MS }, { kind: "drop" }],
    hit: "given up",
  },
  "timeout after effect": {
    orders: [{ kind: "trickle", chunk_bytes: 1, every_ms: 3 * TIMEOUT_MS }],
    hit: "given up in the answer",
  },
  "effect after a delay": { orders: [{ kind: "drop", effect: "later", after_ms: LATE_MS }] },
  "500 after effect": { orders: [{ kind: "server_error", status: 500, effect: "done" }] },
  "truncated body": { orders: [{ kind: "truncate" }] },
  slow: { orders: [{ kind: "latency", ms: LATE_MS }] },
  "401 in the middle": { orders: [{ kind: "unauthorized" }] },
};

/** Of an answer without a body nothing can be late or missing but the whole. */
const UNANSWERED: Fault = { orders: [{ kind: "drop", effect: "done" }] };
const OF_A_BODY: Kind[] = ["timeout after effect", "truncated body"];

export const faultFor = (hasBody: boolean, kind: Exclude<Kind, "refused">): Fault =>
  !hasBody && OF_A_BODY.includes(kind) ? UNANSWERED : FAULTS[kind];
