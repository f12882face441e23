import { afterAll, beforeAll, expect, it } from "vitest";
import { numberOf, seedOf } from "@/server/platform/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type Played, play, type Step } from "./play/play";
import type { Stage } from "./play/player";
import { writeScript } from "./play/script";
import { setTheStage } from "./play/stage";

/**
 * Random lives of assets, about a hundred calls of AMP each, checked after every one. BOOKS_PLAYS sets how many there are
 * (a few, in `npm run test:full` hundreds), BOOKS_SEED what they are made from; a failure prints the seed and the shortest
 * play that still fails.
 */
const PLAYS = numberOf("BOOKS_PLAYS", 3, 200);
const SEED = seedOf("BOOKS_SEED");
const STEPS = 16;

let sandbox: TestSandbox;
let stage: Stage;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  stage = await sandbox.world.write((unit) => setTheStage(unit, sandbox.world.env));
});

afterAll(() => sandbox?.stop());

it("keeps issued + reissued − burned = ownerships + lost, whatever happens", {
  timeout: 60_000 + PLAYS * 5_000,
}, async () => {
  const done = new Map<string, number>();
  let calls = 0;
  for (let number = 0; number < PLAYS; number += 1) {
    const script = writeScript(SEED + number, STEPS);
    const played = await play(sandbox.world, stage, script);
    calls += played.calls;
    for (const [name, count] of played.done) done.set(name, (done.get(name) ?? 0) + count);
    if (played.failure) throw await tellFailure(script, played.failure, SEED + number);
  }
  const checked = [...done.values()].reduce((sum, count) => sum + count, 0);
  console.info(`${PLAYS} plays: ${checked} commands and ${calls} calls of AMP, seed ${SEED}`, done);
  expect(checked).toBeGreaterThan(PLAYS * 3);
});

/** Leaves out of the failing play what it does not need. */
async function tellFailure(
  script: Step[],
  failure: NonNullable<Played["failure"]>,
  seed: number,
): Promise<Error> {
  let shortest = script.slice(0, failure.step + 1);
  let cause = failure.error;
  for (let index = shortest.length - 2; index >= 0; index -= 1) {
    const shorter = shortest.toSpliced(index, 1);
    const played = await play(sandbox.world, stage, shorter);
    if (!played.failure) continue;
    shortest = shorter.slice(0, played.failure.step + 1);
    cause = played.failure.error;
    index = Math.min(index, shortest.length - 1);
  }
  const story = shortest.map((step) => `${step.name}(${step.seed})`).join(" → ");
  return new Error(`BOOKS_SEED=${seed} BOOKS_PLAYS=1: ${story}: ${cause.message}`, { cause });
}
