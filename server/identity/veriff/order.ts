import type { DecisionStatus } from "@/lib/contracts/identity/veriff";

interface Dated {
  status: DecisionStatus;
  decisionTime: string | null;
}

const FINAL: readonly DecisionStatus[] = ["approved", "declined"];

/** When it was decided, in ms; null for what carries no time that can be read. */
export function decidedAt({ decisionTime }: Pick<Dated, "decisionTime">): number | null {
  const time = Date.parse(decisionTime ?? "");
  return Number.isNaN(time) ? null : time;
}

/**
 * Whether a decision that arrives was made before the one that is stored. What waits for a person or ran out of time
 * carries no time: it comes before the end it led to.
 */
export function isOlder(arriving: Dated, stored: Dated): boolean {
  const [at, before] = [decidedAt(arriving), decidedAt(stored)];
  if (before === null) return false;
  return at === null ? FINAL.includes(stored.status) && !FINAL.includes(arriving.status) : at < before;
}
