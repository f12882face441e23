import { afterAll, beforeAll, describe, test } from "vitest";
import type { IdentityConfig } from "../config";
import type { Mode } from "../fixes";
import { startTestIdentity, type TestIdentity } from "../testing";
import { checklist } from "./checklist";
import { differences } from "./differences";

type Check = (bench: TestIdentity) => Promise<void>;
/**
 * One check for both modes, or one for each where the default mode differs. Of an item that only betters the original
 * the strict one is optional, and says what the original does.
 */
export type Checks = Check | { strict?: Check; default: Check };

/**
 * Holds the items of one group against the service, in both modes, over HTTP.
 * @param checks by id of the checklist
 * @param config asked for when the services start
 */
export function conform(
  checks: Record<string, Checks>,
  config: () => Partial<IdentityConfig> = () => ({}),
): void {
  for (const [id, check] of Object.entries(checks)) refuseLooseEnds(id, check);
  describe.each(["strict", "default"] as Mode[])("%s mode", (mode) => {
    let bench: TestIdentity;
    beforeAll(async () => {
      bench = await startTestIdentity(mode, config());
    });
    afterAll(() => bench?.stop());
    for (const [id, check] of Object.entries(checks)) {
      const run = typeof check === "function" ? check : check[mode];
      if (run) test(nameOf(id, mode), () => run(bench));
    }
  });
}

function nameOf(id: string, mode: Mode): string {
  const difference = mode === "default" ? differences[id] : undefined;
  const words = checklist.get(id)?.words ?? "";
  return difference
    ? `${id} ${difference.instead} (${difference.weakness}; strict: ${words})`
    : `${id} ${words}`;
}

/** A check of its own for the default mode and an entry in the table go together. */
function refuseLooseEnds(id: string, check: Checks): void {
  const item = checklist.get(id);
  if (!item) throw new Error(`${id} is not on the checklist.`);
  const isBetterAlone = item.tags.join() === "better";
  const isSplit = typeof check !== "function";
  if (isSplit && !check.strict && !isBetterAlone) throw new Error(`${id} needs a check in strict mode.`);
  if (!isBetterAlone && isSplit !== id in differences) {
    throw new Error(`${id}: differences.ts and the test disagree.`);
  }
}
