import { randomUUID } from "node:crypto";
import type { IntentOutput } from "@/lib/domain/intent";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { previewBlinders, startBlinders } from "@/server/services/blinders";
import type { Bench } from "../testing";

/** Asset and amount blinder by "txid:vout". */
export type BlindersByOutput = Record<string, [asset: string, amount: string]>;

export const ZEROS = "0".repeat(64);

/** Reissuable and confirmed; AMP was told the blinders of neither output. @param tokenWallet the node's wallet that gets the token */
export async function issueUntold({ sandbox, amp }: Bench, tokenWallet = "treasury"): Promise<string> {
  const { body, status } = await amp.post("/assets/issue", {
    name: "Harbour Bond",
    amount: 10_000_000,
    destination_address: await callNode(sandbox, "getnewaddress"),
    transfer_restricted: false,
    is_reissuable: true,
    reissuance_amount: 1,
    reissuance_address: await sandbox.world.write(({ node }) => node.getNewAddress(tokenWallet)),
  });
  if (status !== 201) throw new Error(`Issuing answered ${status}: ${JSON.stringify(body)}`);
  await mine(sandbox, 1);
  return body.asset_uuid;
}

/** Approves it as a person does. @returns the operation's id */
export async function approveBlinders({ actor }: Bench, assetUuid: string): Promise<string> {
  const { intentHash } = await previewBlinders(actor, assetUuid);
  return (await startBlinders(actor, { assetUuid, intentId: randomUUID(), intentHash })).operationId;
}

export async function blindersAtAmp({ amp }: Bench, assetUuid: string): Promise<BlindersByOutput> {
  const transactions: {
    txid: string;
    outputs: Record<"asset_blinder" | "amount_blinder" | "vout", string>[];
  }[] = (await amp.get(`/assets/${assetUuid}/txs`)).body;
  return Object.fromEntries(
    transactions.flatMap(({ txid, outputs }) =>
      outputs.map((output) => [`${txid}:${output.vout}`, [output.asset_blinder, output.amount_blinder]]),
    ),
  );
}

/** What the node's wallet knows of the same transactions. */
export async function blindersInWallet(bench: Bench, assetUuid: string): Promise<BlindersByOutput> {
  const txids = new Set(Object.keys(await blindersAtAmp(bench, assetUuid)).map((key) => key.slice(0, 64)));
  const found: BlindersByOutput = {};
  for (const txid of txids) {
    const { details } = await callNode(bench.sandbox, "gettransaction", [txid]);
    for (const { vout, assetblinder, amountblinder } of details)
      found[`${txid}:${vout}`] = [assetblinder, amountblinder];
  }
  return found;
}

export const nameOf = ({ txid, vout }: Pick<IntentOutput, "txid" | "vout">): string => `${txid}:${vout}`;
