import type { SandboxDb } from "../db/client";
import type { Fault, FaultOrder, Latency, Spoiler } from "./fault";
import { countHit, countSkipped, deleteFaults, insertFault, selectFaults } from "./store";
import { type Aim, isTarget } from "./target";

/** What hits one call: every latency that fits, and the oldest of the other kinds. */
export interface Hits {
  latencies: Latency[];
  spoiler?: Spoiler;
}

/** The standing faults: kept here for speed, in the database for the next start. */
export class FaultBook {
  #faults: Fault[] = [];

  constructor(private readonly db: SandboxDb) {}

  /** Takes the stored faults in place of those held: at the start, and after the stored world was exchanged. */
  async reload(db: SandboxDb = this.db): Promise<void> {
    this.#faults = await selectFaults(db);
  }

  list(): Fault[] {
    return this.#faults.map((fault) => ({ ...fault }));
  }

  async add(order: FaultOrder): Promise<Fault> {
    const fault = await insertFault(this.db, order);
    this.#faults.push(fault);
    return { ...fault };
  }

  /** Removes one fault, or all. @returns the ids removed */
  async remove(id?: number): Promise<number[]> {
    const removed = this.#faults.filter((fault) => id === undefined || fault.id === id).map(({ id }) => id);
    this.#faults = this.#faults.filter((fault) => !removed.includes(fault.id));
    await deleteFaults(this.db, removed);
    return removed;
  }

  /** Finds what hits a call and counts it, before anything else happens to the call. */
  async take(aim: Aim): Promise<Hits> {
    const hits: Hits = { latencies: [] };
    const counting: Promise<void>[] = [];
    for (const fault of this.#faults) {
      if (fault.surface !== aim.surface || !isTarget(fault.target, aim)) continue;
      if (fault.kind !== "latency" && hits.spoiler) continue;
      if (fault.skip > 0) {
        fault.skip -= 1;
        counting.push(countSkipped(this.db, fault.id));
      } else if (Math.random() < fault.probability) {
        if (fault.remaining !== null) fault.remaining -= 1;
        counting.push(countHit(this.db, fault));
        if (fault.kind === "latency") hits.latencies.push({ ...fault });
        else hits.spoiler = { ...fault };
      }
    }
    if (counting.length === 0) return hits;
    this.#faults = this.#faults.filter(({ remaining }) => remaining !== 0);
    await Promise.all(counting);
    return hits;
  }
}
