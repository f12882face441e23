import { type AmpCallSeen, unquoting } from "@/lib/domain/amp-call";
import { now } from "@/server/platform/clock";
import { ampLine } from "./words";

/** Told of each call once it has ended, repeats included. Must neither throw nor wait. */
export type AmpObserver = (call: AmpCallSeen) => void;

interface Asked {
  method: string;
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
}

/** @returns what to call when the answer is there, or certainly does not come; only the first time counts */
export function observing(
  onCall: AmpObserver | undefined,
  { method, path, query = {}, body }: Asked,
): (status: number | null, answer: string | null) => void {
  if (!onCall) return () => {};
  const [at, startedAt] = [now(), performance.now()];
  let isTold = false;
  return (status, answer) => {
    if (isTold) return;
    isTold = true;
    onCall({
      at,
      method,
      path,
      query: Object.fromEntries(
        Object.entries(query).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)]],
        ),
      ),
      body,
      status,
      durationMs: Math.round(performance.now() - startedAt),
      answer,
      refusal: isRefused(status) && answer !== null ? ampLine(answer, unquoting(body, path)) : null,
    });
  };
}

const isRefused = (status: number | null) => status !== null && status >= 400 && status < 500;
