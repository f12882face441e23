import { afterAll, beforeAll, expect, it } from "vitest";
import { findOutputs } from "../amp/books";
import { Issuer } from "../amp/play/issuer";
import { onTrial } from "../amp/play/trial";
import { outputsOfTransactions } from "../amp/transaction-store";
import { startTestSandbox, type TestSandbox } from "../testing";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

afterAll(() => sandbox?.stop());

it("asks for more values than PostgreSQL takes parameters", async () => {
  await onTrial(sandbox.world, async (unit) => {
    const asset = await (await Issuer.in(unit, sandbox.world)).issue();
    const strangers = Array.from({ length: 70_000 }, (_, number) => number.toString(16).padStart(64, "0"));
    const txids = [...strangers, asset.issuanceTxid];
    const made = await outputsOfTransactions(unit.db, asset, "made", txids);
    expect(made.map(({ output }) => output.amountSats).sort()).toEqual([1n, 1_000_000n]);
    const places = txids.flatMap((txid) => [0, 1].map((vout) => ({ txid, vout })));
    expect(await findOutputs(unit.db, asset.uuid, places)).toHaveLength(made.length);
  });
});
