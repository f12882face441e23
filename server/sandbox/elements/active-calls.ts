/** The calls that run in this process now, for RPC getrpcinfo: a client learns from it whether a lost call still works. */

interface ActiveCall {
  method: string;
  startedNs: bigint;
}

const active = new Set<ActiveCall>();
const held = new WeakSet<Request>();

export const activeCalls = {
  /**
   * Lists a call until the returned function is called. Whoever holds a request up before or after its effect names
   * the request: the node then does not list the same call a second time.
   */
  start(method: string, request?: Request): () => void {
    if (request && held.has(request)) return () => {};
    if (request) held.add(request);
    const call = { method, startedNs: process.hrtime.bigint() };
    active.add(call);
    return () => {
      active.delete(call);
      if (request) held.delete(request);
    };
  },
  /** Oldest first; durations in microseconds. */
  list(): { method: string; durationUs: number }[] {
    const nowNs = process.hrtime.bigint();
    return [...active].map(({ method, startedNs }) => ({
      method,
      durationUs: Number((nowNs - startedNs) / 1000n),
    }));
  },
};
