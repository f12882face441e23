import { z } from "zod";
import { elementsAmount, hex64, outpoint, wire } from "@/lib/contracts/wire";
import { amountToIssue } from "./assets";
import { nodeEntry } from "./node-entries";
import { orderHead } from "./orders";

export const BurnRequest = wire({ amount: amountToIssue });
export type BurnRequest = z.output<typeof BurnRequest>;

export const BurnOrder = wire({
  command: z.literal("burn"),
  ...orderHead,
  amount: elementsAmount,
  utxos: z.array(outpoint),
});
export type BurnOrder = z.output<typeof BurnOrder>;

/** The node's `listunspent` entries of the change, passed on unchanged; none when everything was burned. */
export const BurnConfirm = wire({ txData: wire({ txid: hex64 }), changeData: z.array(nodeEntry) });
export type BurnConfirm = z.output<typeof BurnConfirm>;
