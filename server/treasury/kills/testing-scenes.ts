import { expect } from "vitest";
import { walletTag } from "@/lib/domain/operation";
import { callNode } from "@/server/sandbox/amp/testing";
import { downloadOrder } from "@/server/services/by-hand";
import { approveBlinders, blindersAtAmp, blindersInWallet, issueUntold } from "../blinders/testing";
import { officialClient } from "../by-hand/testing";
import { approveLbtc, newPayee, receivedBy } from "../lbtc/testing";
import { approveSupply, expectSupply, newTxids, type SupplyAsset, supplyAsset } from "../supply/testing";
import { approve, assign, type Bench, ownersAtAmp, type ReadyAsset, readyAsset } from "../testing";

/** Something that a person approves and that must come about exactly once, however often the worker dies. */
export interface Scene {
  name: string;
  /** Approves the next one. @returns the operation's id */
  approve(): Promise<string>;
  /** AMP, chain and wallet show it once, whole, and nothing else. */
  verify(operationId: string): Promise<void>;
  /** Where it ends; `done` unless told otherwise. */
  end?: "done" | "cancelled" | "failed";
  /** What somebody outside does once AMP's order was handed out. */
  meanwhile?(operationId: string): Promise<void>;
}

const AMOUNTS = [30, 7];

/** Two batches of one assignment each; a third one becomes ready after the approval, waits, and is as it was in the end. */
export async function distributionScene(bench: Bench): Promise<Scene> {
  const asset = await readyAsset(bench);
  const { amp, actor } = bench;
  await removeOpen(bench, asset);
  const expected = Object.fromEntries(asset.holders.map(({ gaid }) => [gaid, 0]));
  return {
    name: "distribution",
    async approve() {
      for (const [place, { id, gaid }] of asset.holders.entries()) {
        const amount = AMOUNTS[place] ?? 1;
        await assign(amp, asset.uuid, id, amount);
        expected[gaid] = (expected[gaid] ?? 0) + amount;
      }
      const operationId = await approve(actor, asset.uuid);
      await assign(amp, asset.uuid, asset.holders[0]?.id ?? 0, LATE_AMOUNT);
      return operationId;
    },
    async verify(operationId) {
      for (const batch of AMOUNTS.keys())
        expect(await taggedTxids(bench, operationId, batch), `transactions of batch ${batch}`).toHaveLength(
          1,
        );
      const owners = (await ownersAtAmp(bench, asset)).map(({ gaid, amount }) => [gaid, amount]);
      expect(Object.fromEntries(owners)).toEqual(expected);
      expect(await removeOpen(bench, asset)).toEqual([[LATE_AMOUNT, true, null]]);
    },
  };
}

const LATE_AMOUNT = 5;

async function taggedTxids({ sandbox }: Bench, operationId: string, batch: number): Promise<string[]> {
  const entries: { txid: string; comment?: string }[] = await callNode(sandbox, "listtransactions", [
    "*",
    10_000,
  ]);
  const tagged = entries.filter(({ comment }) => comment === walletTag(operationId, batch));
  return [...new Set(tagged.map(({ txid }) => txid))];
}

/** Deletes what nobody was paid for. @returns its amounts, whether it was ready, and whose order held it */
async function removeOpen({ amp }: Bench, { uuid }: ReadyAsset) {
  const { body } = await amp.get(`/assets/${uuid}/assignments?distributed=false`);
  const open: {
    id: number;
    amount: number;
    ready_for_distribution: boolean;
    distribution_uuid: string | null;
    is_distributed: boolean;
  }[] = body;
  const left = open.filter(({ is_distributed: isPaid }) => !isPaid);
  for (const { id } of left) await amp.delete(`/assets/${uuid}/assignments/${id}/delete`);
  return left.map((row) => [row.amount, row.ready_for_distribution, row.distribution_uuid]);
}

const STEP_SATS = 40n;

export async function supplyScene(bench: Bench, kind: "reissuance" | "burn"): Promise<Scene> {
  const asset: SupplyAsset = await supplyAsset(bench, { isConfidential: kind === "reissuance" });
  return {
    name: kind,
    approve: () => approveSupply(bench.actor, kind, asset, STEP_SATS),
    async verify() {
      const made = await newTxids(bench, asset);
      expect(made, "transactions").toHaveLength(1);
      asset.txidsBefore.push(...made);
      asset.expected[kind === "burn" ? "burned" : "reissued"] += Number(STEP_SATS);
      await expectSupply(bench, asset);
    },
  };
}

/** Another asset each time, because what AMP was told stays told: its treasury's outputs, of the asset and of its token. */
export async function blindersScene(bench: Bench): Promise<Scene> {
  let asset = "";
  return {
    name: "blinders",
    async approve() {
      asset = await issueUntold(bench);
      return approveBlinders(bench, asset);
    },
    async verify() {
      const atAmp = await blindersAtAmp(bench, asset);
      expect(Object.keys(atAmp)).toHaveLength(2);
      expect(atAmp).toEqual(await blindersInWallet(bench, asset));
    },
  };
}

export async function lbtcScene(bench: Bench): Promise<Scene> {
  const payee = await newPayee(bench);
  let paid = 0n;
  return {
    name: "lbtc",
    approve: () => approveLbtc(bench.actor, payee.address, LBTC_SATS),
    async verify() {
      paid += LBTC_SATS;
      expect(await receivedBy(bench, payee)).toBe(paid);
    },
  };
}

const LBTC_SATS = 2_500n;

/** Two batches of which nothing is sent. */
export async function cancelledScene(bench: Bench): Promise<Scene> {
  const asset = await readyAsset(bench);
  await removeOpen(bench, asset);
  return {
    name: "cancelled distribution",
    end: "cancelled",
    async approve() {
      for (const [place, { id }] of asset.holders.entries())
        await assign(bench.amp, asset.uuid, id, AMOUNTS[place] ?? 1);
      return approve(bench.actor, asset.uuid);
    },
    async verify(operationId) {
      for (const batch of AMOUNTS.keys())
        expect(await taggedTxids(bench, operationId, batch), `transactions of batch ${batch}`).toEqual([]);
      const left = await removeOpen(bench, asset);
      expect(left).toEqual(AMOUNTS.map((amount) => [amount, true, null]));
    },
  };
}

/** One batch of which AMP's order is carried out by the official client. */
export async function byHandScene(bench: Bench): Promise<Scene> {
  const asset = await readyAsset(bench);
  await removeOpen(bench, asset);
  const [holder] = asset.holders;
  const paid = new Set<string>();
  return {
    name: "distribution by hand",
    async approve() {
      await assign(bench.amp, asset.uuid, holder?.id ?? 0, BY_HAND_AMOUNT);
      return approve(bench.actor, asset.uuid);
    },
    async meanwhile(operationId) {
      if (paid.has(operationId)) return;
      paid.add(operationId);
      const { text } = await downloadOrder(bench.actor, operationId);
      await officialClient(bench).distribute(text);
    },
    async verify(operationId) {
      expect(await taggedTxids(bench, operationId, 0), "transactions of the worker").toEqual([]);
      const owners = await ownersAtAmp(bench, asset);
      expect(owners.find(({ gaid }) => gaid === holder?.gaid)?.amount).toBe(BY_HAND_AMOUNT * paid.size);
    },
  };
}

const BY_HAND_AMOUNT = 9;

/** Another asset each time: a closed one that may be on its way bars the next. */
export async function unmadeSupplyScene(bench: Bench, end: "cancelled" | "failed"): Promise<Scene> {
  let asset: SupplyAsset;
  return {
    name: `${end} reissuance`,
    end,
    async approve() {
      asset = await supplyAsset(bench);
      return approveSupply(bench.actor, "reissuance", asset, STEP_SATS);
    },
    async verify() {
      expect(await newTxids(bench, asset), "transactions").toEqual([]);
      if (end === "failed") {
        const locked = await callNode(bench.sandbox, "listlockunspent");
        expect(locked, "coins of what may be on its way").not.toEqual([]);
        await callNode(bench.sandbox, "lockunspent", [true, locked]);
      }
      await expectSupply(bench, asset);
    },
  };
}
