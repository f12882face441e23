import { setTimeout as sleep } from "node:timers/promises";
import { expect, vi } from "vitest";
import { z } from "zod";
import { elementsAmount } from "@/lib/contracts/wire";
import { isHandedOut } from "@/lib/domain/by-hand-decisions";
import { isFinal } from "@/lib/domain/operation";
import { ampText } from "@/lib/messages/amp";
import { worksText } from "@/lib/messages/works";
import { sandboxEnv } from "@/server/db/testing";
import { readBalances } from "@/server/elements/wallet";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { type ControlCaller, controlCaller } from "@/server/sandbox/control/testing";
import type { Decision } from "../decisions";
import type { Scene } from "../kills/testing-scenes";
import type { Operation } from "../store";
import { type Bench, forgetOperations, openBench, operationOf, signInAtDesk, work } from "../testing";
import { decide } from "../testing-batches";
import { type Call, type Hit, type Meet, nameSteps, watchCalls, wordsOf } from "./testing-calls";
import { type Act, hasBody } from "./testing-expected";
import { faultFor, type Kind, PATIENCE_MS, SETTLE_MS } from "./testing-kinds";

export interface Outcome {
  /** With which it waited right after the fault. */
  sentence: string | null;
  /** What a person had to do. */
  acts: Act[];
}

export interface Aim {
  call: Call;
  kind: Kind;
}

/** What happens in each operation of a run before the fault. */
export interface Before {
  /** A call that comes to nothing, so that the operation gets to where it has to look. */
  lost?: Call;
  /** The operation waits for this call until a person has decided. */
  held?: { at: Call; decision: Decision };
}

const isSame = (one: Call, other: Call) => wordsOf(one) === wordsOf(other);

const pass: Meet = async () => "passes";

/** A desk that talks to the sandbox without anything between, and runs one operation after the other. */
export class FaultBench {
  #meet: Meet = pass;

  private constructor(
    readonly bench: Bench,
    private readonly control: ControlCaller,
  ) {}

  static async open(): Promise<FaultBench> {
    const pace = { TREASURY_BATCH_SIZE: "1", TREASURY_SETTLE_MS: `${SETTLE_MS}` };
    const limits = { AMP_TIMEOUT_MS: `${PATIENCE_MS}`, NODE_TIMEOUT_MS: `${PATIENCE_MS}` };
    const bench = await openBench((sandboxUrl) => ({ ...sandboxEnv(sandboxUrl), ...pace, ...limits }));
    await bench.proxy.stop();
    const opened = new FaultBench(bench, controlCaller(bench.sandbox));
    nameSteps();
    watchCalls(bench.sandbox.url, bench.proxy.url, (call) => opened.#meet(call));
    return opened;
  }

  async close(): Promise<void> {
    vi.restoreAllMocks();
    await this.bench.close();
  }

  /** With no other fault than `lost`. @returns every call of every step, once */
  async callsOf(scene: Scene, before: Before = {}): Promise<Call[]> {
    const operationId = await this.#begin(scene, before);
    const calls = new Map<string, Call>();
    const meet = this.#losing(before.lost);
    this.#meet = async (call) => {
      calls.set(wordsOf(call), call);
      return meet(call);
    };
    expect(await this.toTheEnd(operationId, scene)).toEqual([]);
    await scene.verify(operationId);
    return [...calls.values()];
  }

  /**
   * From the approval to the end, with the fault at the first such call, and `lost` before it.
   * @returns the sentence with which it waited right after, and what a person had to do
   */
  async run(scene: Scene, { call, kind }: Aim, before: Before = {}): Promise<Outcome> {
    const operationId = await this.#begin(scene, before);
    const balance = await this.#balanceOf(operationId);
    const meet = this.#losing(before.lost);
    const aim = this.#aimAt(call, kind);
    this.#meet = async (met) => (isSame(met, call) ? aim.meet(met) : meet(met));
    for (let round = 0; !aim.isMet(); round += 1) {
      if (round > 20) throw new Error("The call never came.");
      await this.#round(operationId, scene);
    }
    this.#meet = pass;
    const { state, problem } = await operationOf(operationId);
    // The last words of a closed operation are its end, and no fault's.
    const sentence = isFinal(state) ? null : (problem?.message ?? null);
    const acts = await this.toTheEnd(operationId, scene);
    expect((await this.control.get("/faults")).body, "faults that hit nothing").toEqual([]);
    const moved = (await this.#balanceOf(operationId)) - balance;
    expect(moved, "what moved in the wallet").toBe(await this.#movedBy(await operationOf(operationId)));
    await scene.verify(operationId);
    return { sentence, acts };
  }

  /** Of the asset, in sats, when the intent came about exactly once; a payment in L-BTC costs its fee as well. */
  async #movedBy({ kind, state, intent, facts }: Operation): Promise<bigint> {
    if (kind === "blinders" || state !== "done") return 0n;
    const { totalSats } = intent;
    if (kind === "reissuance") return totalSats;
    if (kind !== "lbtc") return -totalSats;
    const { fee } = await callNode(this.bench.sandbox, "gettransaction", [facts.txid]);
    return z.decode(elementsAmount, fee.bitcoin) - totalSats;
  }

  async #balanceOf(operationId: string): Promise<bigint> {
    const { assetId } = (await operationOf(operationId)).intent;
    return (await readBalances(this.bench.node, 0)).byAsset.get(assetId) ?? 0n;
  }

  /** After a cell that went wrong: nothing of it hits a later one. */
  async calmDown(): Promise<void> {
    this.#meet = pass;
    await this.control.delete("/faults", {});
    await forgetOperations();
    this.bench.actor = await signInAtDesk();
  }

  /** Approved, and up to where the run begins. @returns the operation's id */
  async #begin(scene: Scene, { held }: Before): Promise<string> {
    this.#meet = pass;
    const operationId = await scene.approve();
    if (!held) return operationId;
    this.#meet = async (met) => (isSame(met, held.at) ? "refused" : "passes");
    for (let round = 0; (await operationOf(operationId)).problem === null; round += 1) {
      if (round > 20) throw new Error("It was never held.");
      await work();
    }
    this.#meet = pass;
    await decide(this.bench, operationId, held.decision);
    return operationId;
  }

  #losing(lost: Call | undefined): Meet {
    if (!lost) return pass;
    const { meet } = this.#aimAt(lost, "timeout before effect");
    return async (met) => (isSame(met, lost) ? meet(met) : "passes");
  }

  #aimAt(call: Call, kind: Kind): { isMet: () => boolean; meet: Meet } {
    let isMet = false;
    const meet = async (): Promise<Hit> => {
      const isFirst = !isMet;
      isMet = true;
      // Who refuses does so for a while; everything else happens once.
      if (kind === "refused") return "refused";
      if (!isFirst) return "passes";
      const { orders, hit } = faultFor(hasBody(call), kind);
      const { surface, name } = call;
      for (const order of orders)
        await this.control.do("/faults", { surface, target: name, remaining: 1, ...order });
      return hit ?? "passes";
    };
    return { isMet: () => isMet, meet };
  }

  async #round(operationId: string, scene: Scene): Promise<void> {
    await work();
    const operation = await operationOf(operationId);
    if (operation.state === "sent") await mine(this.bench.sandbox, 1);
    if (isHandedOut(operation)) await scene.meanwhile?.(operationId);
  }

  /** @returns what a person had to do on the way */
  async toTheEnd(operationId: string, { end = "done", ...scene }: Scene): Promise<Act[]> {
    const acts: Act[] = [];
    for (let round = 0; round < 400; round += 1) {
      const operation = await operationOf(operationId);
      if (isFinal(operation.state)) {
        expect([operation.state, operation.problem]).toEqual([
          end,
          end === "failed" ? expect.anything() : null,
        ]);
        return acts;
      }
      const act = actFor(operation);
      if (act) {
        acts.push(act);
        if (act === "sign in") this.bench.actor = await signInAtDesk();
        else await decide(this.bench, operationId, act);
      }
      await this.#round(operationId, scene);
      await sleep(10);
    }
    const { state, problem } = await operationOf(operationId);
    throw new Error(`It stays ${state}: ${problem?.message ?? "no problem"}`);
  }
}

/** What the sentence asks a person to do. */
function actFor({ state, problem, nextRunAt }: Operation): Act | null {
  const message = problem?.message;
  if (message === worksText.tokenRefused || message === ampText.tokenRefused) return "sign in";
  if (message === worksText.unclearSend) return "not-sent";
  if (nextRunAt !== null) return null;
  if (state === "stopped" && problem?.mayRetry) return "retry";
  throw new Error(`A person can do nothing about ${state}: ${message ?? "no problem"}`);
}
