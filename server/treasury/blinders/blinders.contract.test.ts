import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { blindersWorksText } from "@/lib/messages/blinders-works";
import type { AmpClient } from "@/server/amp/client";
import { pool } from "@/server/db/client";
import { isWalletLocked } from "@/server/elements/wallet";
import { callNode } from "@/server/sandbox/amp/testing";
import { countLacking, previewBlinders, startBlinders } from "@/server/services/blinders";
import { decideOperation, getOperation } from "@/server/services/operations";
import { listSupplyOperations } from "@/server/services/supply-page";
import { openTreasury } from "../context";
import { readJournal } from "../journal-store";
import { insertOperation, type Operation } from "../store";
import { type Bench, operationOf, toAmp, toNode, work } from "../testing";
import { sharedBench } from "../testing-bench";
import { compare } from "./compare";
import { tell } from "./tell";
import {
  approveBlinders,
  type BlindersByOutput,
  blindersAtAmp,
  blindersInWallet,
  issueUntold,
  nameOf,
  ZEROS,
} from "./testing";

const bench = sharedBench();

const lacking = (blinders: BlindersByOutput) =>
  Object.values(blinders).filter(([asset]) => asset === ZEROS).length;
const told = (at: Bench) => at.proxy.seen.filter(toAmp("update-blinders"));

async function expectDone(id: string, uuid: string): Promise<void> {
  expect(await operationOf(id)).toMatchObject({ state: "done", problem: null, nextRunAt: null });
  expect(await blindersAtAmp(bench, uuid)).toEqual(await blindersInWallet(bench, uuid));
}

/** Everything the desk keeps, as text. */
async function everythingStored(): Promise<string> {
  const { rows } = await pool().query(
    "select intent || facts || coalesce(problem, '') as text from operations union all select detail from operation_journal union all select detail::text from audit_entries",
  );
  return rows.map(({ text }) => text).join("\n");
}

describe("an update of blinders", () => {
  it("tells AMP each output's blinders as the wallet knows them, and ends when AMP shows them", async () => {
    const uuid = await issueUntold(bench);
    expect(lacking(await blindersAtAmp(bench, uuid))).toBe(2);
    const before = told(bench).length;
    const id = await approveBlinders(bench, uuid);
    await work();
    await expectDone(id, uuid);
    expect(told(bench)).toHaveLength(before + 2);
    const steps = (await readJournal(id)).map(({ step, phase }) => `${step} ${phase}`);
    expect(steps.filter((step) => step.startsWith("tell"))).toEqual([
      "tell intent",
      "tell outcome",
      "tell intent",
      "tell outcome",
    ]);
  });

  it("needs neither an unlocked wallet nor an authorised asset nor a turn, and keeps no blinder anywhere", async () => {
    const uuid = await issueUntold(bench);
    await callNode(bench.sandbox, "encryptwallet", ["a passphrase"]);
    expect(await isWalletLocked(bench.node)).toBe(true);
    const id = await approveBlinders(bench, uuid);
    await work();
    await expectDone(id, uuid);
    expect((await pool().query("select 1 from wallet_turns")).rowCount).toBe(0);
    const seen = (await everythingStored()) + encodeJson(await getOperation(bench.actor, id));
    expect(seen).toContain(id);
    for (const blinder of Object.values(await blindersInWallet(bench, uuid)).flat())
      expect(seen).not.toContain(blinder);
  });

  it("tells AMP the rest only, when another client told it some meanwhile", async () => {
    const uuid = await issueUntold(bench);
    const id = await approveBlinders(bench, uuid);
    const [[key = "", [asset, amount]] = ["", ["", ""]]] = Object.entries(
      await blindersInWallet(bench, uuid),
    );
    const [txid, vout] = key.split(":");
    const before = told(bench).length;
    const body = { txid, vout: Number(vout), asset_blinder: asset, amount_blinder: amount };
    expect((await bench.amp.post(`/assets/${uuid}/update-blinders`, body)).status).toBe(200);
    await work();
    await expectDone(id, uuid);
    expect(told(bench)).toHaveLength(before + 1);
  });

  it.each(["cut-before", "bad-gateway"] as const)(
    "waits with its first output told while AMP is away (%s), and goes on from there",
    async (fault) => {
      const uuid = await issueUntold(bench);
      const id = await approveBlinders(bench, uuid);
      let seen = 0;
      bench.proxy.fail((request) => toAmp("update-blinders")(request) && ++seen > 1, fault);
      await work();
      await work();
      const waiting = await operationOf(id);
      expect(waiting).toMatchObject({ state: "telling", problem: { mayRetry: true } });
      expect(lacking(await blindersAtAmp(bench, uuid))).toBe(1);
      bench.proxy.heal();
      await work();
      await expectDone(id, uuid);
    },
  );

  it("does not tell an output again whose answer was lost after its effect", async () => {
    const uuid = await issueUntold(bench);
    const id = await approveBlinders(bench, uuid);
    const before = told(bench).length;
    bench.proxy.fail(toAmp("update-blinders"), "cut-after", 1);
    await work();
    expect((await operationOf(id)).state).toBe("telling");
    await work();
    await expectDone(id, uuid);
    expect(told(bench)).toHaveLength(before + 2);
  });

  it("does not end before AMP shows every blinder: without AMP's transactions it waits", async () => {
    const uuid = await issueUntold(bench);
    const id = await approveBlinders(bench, uuid);
    bench.proxy.fail(toAmp("/txs/"), "cut-before");
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "ordering", problem: { mayRetry: true } });
    bench.proxy.heal();
    bench.proxy.fail(toNode("gettransaction"), "cut-before");
    await work();
    expect((await operationOf(id)).state).toBe("ordering");
    bench.proxy.heal();
    await work();
    await expectDone(id, uuid);
  });
});

describe("an output that the wallet does not know", () => {
  const OTHER = "other";

  beforeAll(() => bench.sandbox.world.write(({ node }) => node.createWallet(OTHER)));
  const issueHalfKnown = () => issueUntold(bench, OTHER);

  it("is set aside before the approval, and the others are told", async () => {
    const uuid = await issueHalfKnown();
    const preview = await previewBlinders(bench.actor, uuid);
    expect([preview.intent.outputs.length, preview.unknown.length, preview.canStart]).toEqual([1, 1, true]);
    const id = await approveBlinders(bench, uuid);
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "done" });
    const again = await previewBlinders(bench.actor, uuid);
    expect([again.intent.outputs.length, again.unknown.length, again.canStart]).toEqual([0, 1, false]);
    expect(again.checks.find(({ isOk }) => !isOk)).toMatchObject({ id: "blinders-known" });
  });

  it("is named when it was approved, after all others were told, and a person decides", async () => {
    const uuid = await issueHalfKnown();
    const { intent, unknown } = await previewBlinders(bench.actor, uuid);
    const [stranger] = unknown;
    const { id } = await insertOperation({
      ...{ workspaceId: bench.actor.workspaceId, kind: "blinders", assetUuid: uuid },
      ...{ requestedBy: "Ann Keller", requestId: "r", intentHash: "h" },
      intent: { ...intent, outputs: [...unknown, ...intent.outputs] },
    });
    await work();
    const stopped = await operationOf(id);
    expect([stopped.state, stopped.problem?.mayRetry]).toEqual(["stopped", true]);
    expect(stopped.problem?.message).toContain(stranger && nameOf(stranger));
    expect(lacking(await blindersAtAmp(bench, uuid))).toBe(1);
    await decideOperation(bench.actor, { operationId: id, decision: "retry" });
    await work();
    expect((await operationOf(id)).state).toBe("stopped");
    await decideOperation(bench.actor, { operationId: id, decision: "cancel" });
    await work();
    expect(await operationOf(id)).toMatchObject({ state: "cancelled", problem: null });
  });
});

describe("AMP's answer to an update", () => {
  type Answer = (pass: () => Promise<unknown>) => unknown;

  /** The machine's steps until it waits or ends, with AMP as it is except for this answer. */
  async function runWith(id: string, answer: Answer) {
    let operation = (await operationOf(id)) as Operation<"blinders">;
    const treasury = await openTreasury(operation.workspaceId);
    const call = (name: string, input: unknown) => {
      const pass = () => treasury.amp.call(name as "getAsset", input as never);
      return name === "updateBlinders" ? answer(pass) : pass();
    };
    const amp = { call } as unknown as AmpClient;
    const context = { amp, node: treasury.node, pollMs: 1, assertHeld: async () => {} };
    for (;;) {
      const step = operation.state === "telling" ? tell : compare;
      const outcome = await step(operation, context);
      const { state, facts = operation.facts } = outcome;
      operation = { ...operation, state, facts };
      if (outcome.againInMs !== 0) return outcome;
    }
  }

  const refuse = (words: string) => {
    throw new AppError("REJECTED", words);
  };

  it("that they are there already is no error: AMP shows them", async () => {
    const uuid = await issueUntold(bench);
    const end = await runWith(await approveBlinders(bench, uuid), async (pass) => {
      await pass();
      refuse("The blinders are already present.");
    });
    expect([end.state, end.problem]).toEqual(["done", undefined]);
    expect(await blindersAtAmp(bench, uuid)).toEqual(await blindersInWallet(bench, uuid));
  });

  it("which refuses one does not keep the others from being told, and is said at the end", async () => {
    const uuid = await issueUntold(bench);
    const id = await approveBlinders(bench, uuid);
    let calls = 0;
    const end = await runWith(id, (pass) => {
      calls += 1;
      return calls === 1 ? refuse("Not these.") : pass();
    });
    expect([end.state, end.problem?.mayRetry, calls]).toEqual(["stopped", true, 2]);
    expect(end.problem?.message).toContain("Not these");
    expect(lacking(await blindersAtAmp(bench, uuid))).toBe(1);
  });

  it("which is good without an effect neither ends it nor has it told without end", async () => {
    const uuid = await issueUntold(bench);
    let calls = 0;
    const end = await runWith(await approveBlinders(bench, uuid), () => {
      calls += 1;
    });
    expect([end.state, end.problem?.message, calls]).toEqual(["ordering", blindersWorksText.notShownYet, 2]);
    expect(end.againInMs).toBeGreaterThan(1_000);
  });
});

describe("the approval", () => {
  it("refuses another list than the one that was seen, and a second operation of the asset", async () => {
    const uuid = await issueUntold(bench);
    const { intentHash } = await previewBlinders(bench.actor, uuid);
    const start = (hash: string) =>
      startBlinders(bench.actor, { assetUuid: uuid, intentId: randomUUID(), intentHash: hash });
    await expect(start("0".repeat(64))).rejects.toThrow(blindersWorksText.changed);
    const starts = await Promise.allSettled(Array.from({ length: 10 }, () => start(intentHash)));
    expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("has nothing to approve once AMP shows every blinder", async () => {
    const uuid = await issueUntold(bench);
    expect(await countLacking(bench.actor, uuid)).toBe(2);
    const id = await approveBlinders(bench, uuid);
    await work();
    expect(await countLacking(bench.actor, uuid)).toBe(0);
    const { rows } = await listSupplyOperations(bench.actor, uuid, { limit: 5, filters: {} });
    expect(rows).toMatchObject([{ id, kind: "blinders", outputs: 2, totalSats: 0n, state: "done" }]);
    const { checks, canStart } = await previewBlinders(bench.actor, uuid);
    expect(canStart).toBe(false);
    expect(checks.filter(({ isOk }) => !isOk)).toEqual([
      { id: "blinders-known", isOk: false, remedy: blindersWorksText.remedies.allShown },
    ]);
  });
});
