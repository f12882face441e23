/** What can go wrong in the sandbox by order, as its control API names it. */

export const FAULT_SURFACES = ["amp", "node", "registry", "veriff"] as const;
export type FaultSurface = (typeof FAULT_SURFACES)[number];

export const FAULT_KINDS = [
  "drop",
  "latency",
  "server_error",
  "bad_gateway",
  "rate_limit",
  "unauthorized",
  "truncate",
  "wrong_type",
  "trickle",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const FAULT_EFFECTS = ["none", "done", "later"] as const;
export type FaultEffect = (typeof FAULT_EFFECTS)[number];

/** Every call of the surface. */
export const ANY_CALL = "*";

/** The numbers a kind asks for, with what the control API takes when they are left out, and its bounds. */
export const FAULT_NUMBERS = {
  ms: { usual: 2_000, min: 0, max: 600_000 },
  jitterMs: { usual: 0, min: 0, max: 600_000 },
  afterMs: { usual: 3_000, min: 0, max: 600_000 },
  status: { usual: 500, min: 500, max: 599 },
  retryAfterSeconds: { usual: 30, min: 0, max: 3_600 },
  chunkBytes: { usual: 16, min: 1, max: 65_536 },
  everyMs: { usual: 200, min: 0, max: 60_000 },
} as const;
export type FaultNumber = keyof typeof FAULT_NUMBERS;

interface KindOptions {
  numbers: readonly FaultNumber[];
  /** The caller learns nothing: the call may do its work all the same. */
  hasEffect?: true;
  hasContentType?: true;
}

/** What each kind can be told besides its target and how often. */
export const FAULT_OPTIONS: Record<FaultKind, KindOptions> = {
  drop: { numbers: [], hasEffect: true },
  latency: { numbers: ["ms", "jitterMs"] },
  server_error: { numbers: ["status"], hasEffect: true },
  bad_gateway: { numbers: [], hasEffect: true },
  rate_limit: { numbers: ["retryAfterSeconds"] },
  unauthorized: { numbers: [] },
  truncate: { numbers: [] },
  wrong_type: { numbers: [], hasContentType: true },
  trickle: { numbers: ["chunkBytes", "everyMs"] },
};

/** A fault as its form holds it before anybody typed: also what a preset fills in. */
export interface FaultDraft extends Partial<Record<FaultNumber, number>> {
  surface: FaultSurface;
  target: string;
  kind: FaultKind;
  remaining: number | null;
  skip: number;
  effect?: FaultEffect;
}

/** The troubles that everybody who talks to AMP and a node meets one day, the gravest first. */
export const FAULT_PRESETS = {
  paymentLost: { surface: "node", target: "sendmany", kind: "drop", effect: "done", remaining: 1, skip: 0 },
  answerLost: {
    surface: "amp",
    target: "createAssignment",
    kind: "drop",
    effect: "done",
    remaining: 1,
    skip: 0,
  },
  effectLater: {
    surface: "amp",
    target: "createAssignment",
    kind: "drop",
    effect: "later",
    afterMs: 5_000,
    remaining: 1,
    skip: 0,
  },
  ampDown: { surface: "amp", target: ANY_CALL, kind: "drop", effect: "none", remaining: null, skip: 0 },
  nodeDown: { surface: "node", target: ANY_CALL, kind: "drop", effect: "none", remaining: null, skip: 0 },
  rateLimited: { surface: "amp", target: ANY_CALL, kind: "rate_limit", remaining: 5, skip: 0 },
  tokenRefused: { surface: "amp", target: ANY_CALL, kind: "unauthorized", remaining: 1, skip: 3 },
  slow: {
    surface: "amp",
    target: ANY_CALL,
    kind: "latency",
    ms: 2_000,
    jitterMs: 1_000,
    remaining: null,
    skip: 0,
  },
} as const satisfies Record<string, FaultDraft>;
export type FaultPreset = keyof typeof FAULT_PRESETS;
