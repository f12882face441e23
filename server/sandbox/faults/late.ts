import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

/** Effects that outlive their answer. */
export class LateEffects {
  readonly #ending = new AbortController();
  readonly #running = new Set<Promise<void>>();

  /** Does `work` in `ms` from now, unless the sandbox ends before; then it never happens. Resolves in any case. */
  start(ms: number, work: () => Promise<void>): Promise<void> {
    const running = this.#run(ms, work).finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  async #run(ms: number, work: () => Promise<void>): Promise<void> {
    try {
      await sleep(ms, undefined, { signal: this.#ending.signal });
      await work();
    } catch (error) {
      if (!this.#ending.signal.aborted) log.error("sandbox.effect.failed", { reason: reasonOf(error) });
    }
  }

  /** Those that have begun are finished. */
  async end(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#running);
  }
}
