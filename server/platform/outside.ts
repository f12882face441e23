import { AsyncLocalStorage } from "node:async_hooks";

/** What a piece of work waited for outside of this process and its database. */
export interface Outside {
  /** Milliseconds in which at least one call was under way. */
  ms: number;
  calls: { amp: number; node: number };
}

interface Meter extends Outside {
  underWay: number;
  since: number;
}

const meters = new AsyncLocalStorage<Meter>();

/** Runs `work`, whose calls of AMP and the node are counted into what is handed to it. */
export function measured<T>(work: (outside: Outside) => Promise<T>): Promise<T> {
  const meter: Meter = { ms: 0, calls: { amp: 0, node: 0 }, underWay: 0, since: 0 };
  return meters.run(meter, () => work(meter));
}

/** One call, from the request to the whole answer; of calls side by side the time counts once. */
export async function outside<T>(side: keyof Outside["calls"], call: () => Promise<T>): Promise<T> {
  const meter = meters.getStore();
  if (!meter) return call();
  meter.calls[side] += 1;
  if (meter.underWay === 0) meter.since = performance.now();
  meter.underWay += 1;
  try {
    return await call();
  } finally {
    meter.underWay -= 1;
    if (meter.underWay === 0) meter.ms += performance.now() - meter.since;
  }
}
