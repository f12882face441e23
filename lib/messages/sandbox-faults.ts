import type { FaultEffect, FaultKind, FaultNumber, FaultPreset, FaultSurface } from "@/lib/domain/faults";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const calls = (count: number) => countOf(count, { one: "call", other: "calls" });
const seconds = (ms: number) => `${(ms / 1000).toLocaleString("en")} s`;

/** What goes wrong in the sandbox by order. */
export const sandboxFaultsText = catalogue("sandboxFaultsText", {
  title: "Faults",
  standing: "Standing faults",
  standingHint:
    "A call meets every delay that fits, and the oldest of the other kinds. This page is never hit.",
  caption: "Faults that stand, oldest first",
  columns: {
    what: "What goes wrong",
    target: "Calls",
    skip: "Lets pass",
    remaining: "Still hits",
    actions: "Actions",
  },
  surfaces: { amp: "AMP", node: "Node", registry: "Registry", veriff: "Veriff" } satisfies Record<
    FaultSurface,
    string
  >,
  everyCall: "every call",
  endless: "until removed",
  left: (count: number) => calls(count),
  share: (percent: string) => `${percent} % of them`,
  passes: (count: number) => (count === 0 ? "none" : calls(count)),
  kinds: {
    drop: "No answer",
    latency: "Delay",
    server_error: "Server error",
    bad_gateway: "502 with an HTML page",
    rate_limit: "429, too many requests",
    unauthorized: "401, token refused",
    truncate: "Half an answer",
    wrong_type: "Wrong content type",
    trickle: "Answer in drips",
  } satisfies Record<FaultKind, string>,
  kindHints: {
    drop: "The connection is closed without an answer.",
    latency: "The call waits before it does its work, then answers as usual.",
    server_error: "An answer of the 5xx kind in place of the call's own.",
    bad_gateway: "What a proxy says when the service behind it is away.",
    rate_limit: "With Retry-After. The call does nothing.",
    unauthorized:
      "However right the credentials. The desk signs you out when its own token is the one refused; sign in again and come back.",
    truncate: "The call does its work; its answer breaks off in the middle.",
    wrong_type: "The call does its work; its answer claims to be something else.",
    trickle: "The call does its work; its answer comes a few bytes at a time.",
  } satisfies Record<FaultKind, string>,
  effects: {
    none: "The call does nothing",
    done: "The call does its work first",
    later: "The call does its work later",
  } satisfies Record<FaultEffect, string>,
  numbers: {
    ms: "Delay in ms",
    jitterMs: "Up to so much more, in ms",
    afterMs: "How much later, in ms",
    status: "Status",
    retryAfterSeconds: "Retry-After in seconds",
    chunkBytes: "Bytes at a time",
    everyMs: "Pause between them, in ms",
  } satisfies Record<FaultNumber, string>,
  /** The options of a standing fault, in a few words. */
  told: {
    ms: (ms: number, jitterMs: number) =>
      jitterMs > 0 ? `${seconds(ms)} to ${seconds(ms + jitterMs)}` : seconds(ms),
    status: (status: number) => `status ${status}`,
    retryAfter: (after: number) => `Retry-After ${after} s`,
    effect: (effect: FaultEffect, afterMs: number) =>
      effect === "none"
        ? "without effect"
        : effect === "done"
          ? "after its effect"
          : `its effect comes ${seconds(afterMs)} later`,
    contentType: (type: string) => type,
    trickle: (bytes: number, everyMs: number) => `${bytes} bytes every ${seconds(everyMs)}`,
  },
  empty: {
    title: "Nothing goes wrong by order",
    text: "Real services fail in the worst moment. Add a fault to see what your code, and this desk, make of it.",
  },
  add: "Add a fault",
  removeAll: {
    button: "Remove all",
    title: "Remove every fault?",
    consequence: "All calls are answered as usual again. Effects that are already on their way still come.",
    confirm: "Remove all faults",
    done: "Nothing goes wrong by order any more.",
  },
  remove: {
    button: "Remove",
    label: (what: string) => `Remove the fault ${what}`,
    done: "The fault is removed.",
  },
  presets: {
    title: "Troubles to be ready for",
    description: "Each fills the form; change what you like before you add it.",
    button: "Set up",
    buttonFor: (title: string) => `Set up: ${title}`,
    titles: {
      paymentLost: "The payment's answer is lost",
      answerLost: "AMP's answer is lost after the effect",
      effectLater: "The effect comes after a delay",
      ampDown: "AMP is down",
      nodeDown: "The node is down",
      rateLimited: "AMP limits the rate",
      tokenRefused: "The token is refused in the middle",
      slow: "AMP is slow",
    } satisfies Record<FaultPreset, string>,
    texts: {
      paymentLost: "The node pays with sendmany, then the connection breaks. Sending again would pay twice.",
      answerLost: "An assignment is created, but nobody hears of it. A blind repeat makes a second one.",
      effectLater: "No answer now, and five seconds later the assignment is there after all.",
      ampDown: "Every call to AMP breaks off without an answer, until the fault is removed.",
      nodeDown: "Every RPC call breaks off without an answer, until the fault is removed.",
      rateLimited: "The next five calls get 429 with a Retry-After of 30 seconds.",
      tokenRefused: "Three calls pass, the fourth gets 401 as if the token had been replaced.",
      slow: "Every answer of AMP takes two to three seconds, until the fault is removed.",
    } satisfies Record<FaultPreset, string>,
  },
  form: {
    title: "Add a fault",
    surface: "Who answers wrongly",
    target: "Which calls",
    targetHints: {
      amp: "An endpoint's name, a part of a path such as PUT /lock, or * for every call.",
      node: "An RPC method, or * for every call.",
      registry: "A part of a path such as POST /, or * for every call.",
      veriff: "A part of a path such as POST /sessions, or * for every call.",
    } satisfies Record<FaultSurface, string>,
    kind: "What goes wrong",
    effect: "What the call does all the same",
    contentType: "Content type it claims",
    remaining: "Calls it hits",
    remainingHint: "Empty: until removed.",
    skip: "Calls it lets pass",
    skipHint: "Before the first hit.",
    percent: "Share of the calls, in %",
    percentHint: "100: every one of them.",
    submit: "Add the fault",
    done: "The fault stands.",
    enterTarget: "Enter which calls, or *.",
    number: (min: number, max: number) =>
      `A whole number from ${groupDigits(String(min))} to ${groupDigits(String(max))}.`,
  },
});
