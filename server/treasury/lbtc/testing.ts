import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { readPolicyAsset } from "@/server/elements/wallet";
import { newGaid } from "@/server/sandbox/amp/testing";
import { previewLbtc, startLbtc } from "@/server/services/lbtc";
import type { Bench } from "../testing";

/** For tests of payments in L-BTC. */

/** Somebody else's wallet, with a confidential address of it. */
export interface Payee {
  gaid: string;
  address: string;
}

export async function newPayee({ sandbox }: Bench): Promise<Payee> {
  const gaid = await newGaid(sandbox);
  return { gaid, address: await sandbox.world.write(({ ledger }) => ledger.nextGaidAddress(gaid)) };
}

/** Approves it as a person does. @returns the operation's id */
export async function approveLbtc(actor: Actor, address: string, amountSats: bigint): Promise<string> {
  const { intentHash } = await previewLbtc(actor, { address, amountSats });
  const input = { intentId: randomUUID(), address, amountSats, intentHash };
  return (await startLbtc(actor, input)).operationId;
}

/** The L-BTC that somebody's wallet has received, in sats. */
export async function receivedBy({ sandbox, node }: Bench, { gaid }: Payee): Promise<bigint> {
  const lbtc = await readPolicyAsset(node);
  const coins = await sandbox.world.read(({ ledger }) => ledger.unspentOfGaid(gaid, lbtc));
  return coins.reduce((sum, { amountSats }) => sum + amountSats, 0n);
}
