import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationKind } from "@/lib/domain/intent";
import { isFullRun, numberOf, patternOf } from "@/server/platform/testing";
import {
  blindersScene,
  byHandScene,
  cancelledScene,
  distributionScene,
  lbtcScene,
  type Scene,
  supplyScene,
  unmadeSupplyScene,
} from "../kills/testing-scenes";
import { machines } from "../machines";
import type { Bench } from "../testing";
import { sampled } from "../testing-sampled";
import { type Aim, type Before, FaultBench, type Outcome } from "./testing-bench";
import { type Call, wordsOf } from "./testing-calls";
import { actsOf, sentenceOf } from "./testing-expected";
import { KINDS } from "./testing-kinds";

/**
 * Each external call of each step goes wrong in every way, on the wire between the desk and the sandbox. Whatever the
 * fault, the operation waits with a sentence that says what to do, and in the end everything has come about once.
 */

/** `npm test` takes every so-manieth cell, of each run one at least; `npm run test:full` all of them. */
const EVERY = isFullRun ? 1 : numberOf("FAULTS_EVERY", 223);
/** Takes the cells whose words match instead, for example `FAULTS_ONLY='sendmany, effect'`. */
const ONLY = patternOf("FAULTS_ONLY");
/** Steps that only a person's decision or an unclear end leads to: they have runs of their own. */
const ASIDE = new Set(["cancel", "look", "follow", "free"]);
const PATIENCE_MS = EVERY < 20 || ONLY ? 2 * 60 * 60_000 : 120_000;

interface Run {
  operation: OperationKind;
  scene(bench: Bench): Promise<Scene>;
  before?: Before;
  /** The only steps that are looked at; all of the machine unless told. */
  steps?: string[];
}

/** Looked at once more right before a distribution is sent. */
const BEFORE_SENDING: Call = { step: "send", surface: "node", name: "signmessage" };

const RUNS: Record<string, Run> = {
  distribution: { operation: "distribution", scene: distributionScene },
  "distribution whose payment is looked for": {
    operation: "distribution",
    scene: distributionScene,
    before: { lost: { step: "send", surface: "node", name: "sendmany" } },
    steps: ["look"],
  },
  "distribution that is cancelled": {
    operation: "distribution",
    scene: cancelledScene,
    before: { held: { at: BEFORE_SENDING, decision: "cancel" } },
    steps: ["cancel"],
  },
  "distribution that is run by hand": {
    operation: "distribution",
    scene: byHandScene,
    before: { held: { at: BEFORE_SENDING, decision: "by-hand" } },
    steps: ["follow"],
  },
  "reissuance that is cancelled": {
    operation: "reissuance",
    scene: (at) => unmadeSupplyScene(at, "cancelled"),
    before: {
      held: { at: { step: "broadcast", surface: "amp", name: "getAsset" }, decision: "cancel" },
    },
    steps: ["cancel"],
  },
  "reissuance that is closed": {
    operation: "reissuance",
    scene: (at) => unmadeSupplyScene(at, "failed"),
    before: {
      held: { at: { step: "broadcast", surface: "node", name: "sendrawtransaction" }, decision: "close" },
    },
    steps: ["free"],
  },
  reissuance: { operation: "reissuance", scene: (at) => supplyScene(at, "reissuance") },
  burn: { operation: "burn", scene: (at) => supplyScene(at, "burn") },
  blinders: { operation: "blinders", scene: blindersScene },
  "payment in L-BTC": { operation: "lbtc", scene: lbtcScene },
};
const NAMES = Object.keys(RUNS);

interface Cell extends Aim {
  run: string;
}

const cellWords = ({ run, call, kind }: Cell) => `${run}, ${wordsOf(call)}, ${kind}`;

let faults: FaultBench;
let tried = 0;
beforeAll(async () => {
  faults = await FaultBench.open();
});
afterAll(async () => {
  await faults?.close();
  if (ONLY) expect(tried, `cells that match ${ONLY}`).toBeGreaterThan(0);
});

/** Of each run other ones: the offset is odd, so that few cells see every kind of fault. */
const chosenOf = (run: string, cells: Cell[]): Cell[] =>
  ONLY ? cells.filter((cell) => ONLY.test(cellWords(cell))) : sampled(cells, EVERY, 37 * NAMES.indexOf(run));

async function callsOf({ operation, before, steps: only }: Run, scene: Scene): Promise<Call[]> {
  const calls = await faults.callsOf(scene, before);
  const steps = calls.map(({ step }) => step);
  if (only) {
    for (const step of only) expect(steps, "steps with a call").toContain(step);
    return calls.filter(({ step }) => only.includes(step));
  }
  for (const { step } of Object.values(machines[operation]))
    if (!ASIDE.has(step)) expect(steps, "steps with a call").toContain(step);
  return calls;
}

describe.each(NAMES)("a %s", (name) => {
  test(
    "comes about once, whichever call goes wrong and however",
    async () => {
      const run = RUNS[name] as Run;
      let scene = await run.scene(faults.bench);
      const calls = await callsOf(run, scene);
      const cells = calls.flatMap((call) => KINDS.map((kind): Cell => ({ run: name, call, kind })));
      const marks = new Map<string, string>();
      const wrong: unknown[] = [];
      for (const cell of chosenOf(name, cells)) {
        tried += 1;
        const found = await outcomeOf(scene, cell, run.before);
        const expected = { sentence: sentenceOf(cell.call, cell.kind), acts: actsOf(cell.call, cell.kind) };
        const isRight = JSON.stringify(found) === JSON.stringify(expected);
        marks.set(cellWords(cell), isRight ? markOf(expected) : "!");
        if (isRight) continue;
        wrong.push({ cell: cellWords(cell), found, expected });
        await faults.calmDown();
        scene = await run.scene(faults.bench);
      }
      console.info(printed(name, calls, marks));
      expect(wrong).toEqual([]);
    },
    PATIENCE_MS,
  );
});

const outcomeOf = (scene: Scene, cell: Cell, before?: Before): Promise<Outcome | { error: string }> =>
  faults.run(scene, cell, before).catch((error: unknown) => ({
    error: error instanceof Error ? error.message : String(error),
  }));

const markOf = ({ sentence, acts }: Outcome) => (acts.length > 0 ? "P" : sentence ? "w" : "+");

/** A line per call, a column per kind of fault. */
function printed(run: string, calls: Call[], marks: Map<string, string>): string {
  const rows = calls.map((call) => {
    const row = KINDS.map((kind) => marks.get(cellWords({ run, call, kind })) ?? ".");
    return `  ${row.join(" ")}  ${wordsOf(call)}`;
  });
  return [
    `${run}: ${calls.length} calls × ${KINDS.length} kinds of fault, ${marks.size} of ${calls.length * KINDS.length} cells`,
    `columns: ${KINDS.join(", ")}`,
    "+ went on at once, w waited and went on by itself, P a person was needed, ! wrong, . not in this run",
    ...rows,
  ].join("\n");
}
