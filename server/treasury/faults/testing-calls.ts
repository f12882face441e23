import { AsyncLocalStorage } from "node:async_hooks";
import { vi } from "vitest";
import type { OperationKind } from "@/lib/domain/intent";
import { namesOf } from "@/server/sandbox/faults/names";
import { machines } from "../machines";
import type { Plan } from "../step";
import { TIMEOUT_MS } from "./testing-kinds";

/** A call that a step makes: an endpoint of AMP, or an RPC method of the node. */
export interface Call {
  step: string;
  surface: "amp" | "node";
  name: string;
}

export const wordsOf = ({ step, surface, name }: Call): string => `${step}: ${surface} ${name}`;

/** What happens to a call beyond what the sandbox does to it. */
export type Hit =
  | "passes"
  /** Nobody listens where it goes. */
  | "refused"
  /** Its caller waits for a moment and gives up: from the start, or from the first byte of the answer on. */
  | "given up"
  | "given up in the answer";

/** Runs right before the call. */
export type Meet = (call: Call) => Promise<Hit>;

const steps = new AsyncLocalStorage<string>();

/** Every plan runs as it is and its calls know of which step they are. */
export function nameSteps(): void {
  const plans = Object.values(machines).flatMap((machine): Plan<OperationKind>[] => Object.values(machine));
  for (const plan of new Set(plans))
    for (const part of ["ready", "marks", "run"] as const) {
      const own = plan[part] as ((...given: unknown[]) => unknown) | undefined;
      if (own)
        Object.assign(plan, { [part]: (...given: unknown[]) => steps.run(plan.step, () => own(...given)) });
    }
}

/** Lets `meet` see each call of a step before it goes out over the real wire. */
export function watchCalls(sandboxUrl: string, closedUrl: string, meet: Meet): void {
  const plain = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const step = steps.getStore();
    const url = String(input);
    if (step === undefined) return plain(input, init);
    const hit = await steps.exit(() => meet(callOf(step, new URL(url), init)));
    if (hit === "passes") return plain(url, init);
    if (hit === "refused") return plain(url.replace(sandboxUrl, closedUrl), init);
    const limit = new AbortController();
    const giveUp = () => setTimeout(() => limit.abort(new DOMException("", "TimeoutError")), TIMEOUT_MS);
    if (hit === "given up") giveUp();
    const answer = await plain(url, { ...init, signal: limit.signal });
    giveUp();
    return answer;
  });
}

function callOf(step: string, { pathname }: URL, { method = "GET", body }: RequestInit = {}): Call {
  const surface = pathname.startsWith("/elements") ? "node" : "amp";
  const bytes = new TextEncoder().encode(typeof body === "string" ? body : "");
  const [name = pathname] = namesOf(surface, method, pathname.replace(/^\/api/, ""), bytes);
  return { step, surface, name };
}
