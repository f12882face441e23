import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { ExportedList } from "@/lib/domain/exports";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import * as chain from "@/server/sandbox/amp/play/chain";
import { Issuer } from "@/server/sandbox/amp/play/issuer";
import { transferBetweenHolders } from "@/server/sandbox/green/transfer";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signInAtDesk } from "@/server/treasury/testing";
import { exportList } from "./exports";

let sandbox: TestSandbox;
let desk: TestDesk;
let actor: Actor;
const move = { assetUuid: "", fromGaid: "", to: { gaid: "" }, amountSats: 1n };

/** A transfer in a block of its own, so many times. */
const transfer = (times: number) =>
  sandbox.world.write(async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    for (let count = 0; count < times; count += 1) {
      await transferBetweenHolders(unit, move);
      await issuer.mine(2);
    }
  });

/** More than AMP is asked for at once. */
const TRANSFERS = 30;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  await sandbox.world.write(async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    const asset = await issuer.issue();
    const user = await issuer.addUser("Alice Ames");
    Object.assign(move, { assetUuid: asset.uuid, fromGaid: user.gaid });
    move.to.gaid = await unit.ledger.createGaid();
    const order = await issuer.order(asset, user, [1_000n]);
    const txid = await chain.payOrder(unit, order.payments, asset.assetId);
    await issuer.mine(2);
    await issuer.confirm(asset, order, await chain.distributionBody(unit, asset, txid));
  });
  await transfer(TRANSFERS);
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  actor = await signInAtDesk();
}, 60_000);
afterAll(async () => {
  await desk.close();
  await sandbox.stop();
});

interface File {
  about: Record<string, string>;
  rows: { txid: string; block_height: number }[];
}

/** @param meanwhile runs between the first portion and the next one */
async function download(list: ExportedList, more: object, meanwhile: () => Promise<unknown>): Promise<File> {
  const { chunks } = await exportList(actor, list, { format: "json", of: move.assetUuid, ...more });
  await meanwhile();
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return JSON.parse(text) as File;
}

const nothing = async () => {};

it("ends with the newest block of its beginning: one that arrives meanwhile repeats and moves nothing", async () => {
  const before = await download("transactions", {}, nothing);
  expect(before.rows).toHaveLength(TRANSFERS + 2);
  const file = await download("transactions", {}, () => transfer(2));
  expect(file.rows).toEqual(before.rows);
  expect(file.about.block_height).toBe(String(before.rows[0]?.block_height));
  expect((await download("transactions", {}, nothing)).rows).toHaveLength(TRANSFERS + 4);
});

it("ends with the block that was asked for, where that is an earlier one", async () => {
  const { rows } = await download("transactions", {}, nothing);
  const to = String(rows[4]?.block_height);
  const file = await download("transactions", { to }, nothing);
  expect(file.rows).toEqual(rows.slice(4));
  expect(file.about.block_height).toBe(to);
  expect((await download("transactions", { to: "no height" }, nothing)).rows).toEqual([]);
});

it("names the block of a list of movements too, which has all of them", async () => {
  const [{ rows }, moved] = [
    await download("transactions", {}, nothing),
    await download("activity", {}, nothing),
  ];
  expect(new Set(moved.rows.map(({ txid }) => txid))).toEqual(new Set(rows.map(({ txid }) => txid)));
  expect(moved.about.block_height).toBe(String(rows[0]?.block_height));
});
