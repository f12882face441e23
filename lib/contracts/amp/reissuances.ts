import { z } from "zod";
import { elementsAmount, hex64, isoTime, outpoint, sats, wire } from "@/lib/contracts/wire";
import { amountToIssue } from "./assets";
import { nodeEntry } from "./node-entries";
import { orderHead } from "./orders";

export const ReissueRequest = wire({ amountToReissue: amountToIssue });
export type ReissueRequest = z.output<typeof ReissueRequest>;

export const ReissueOrder = wire({
  command: z.literal("reissue"),
  ...orderHead,
  amount: elementsAmount,
  reissuanceUtxos: z.array(outpoint),
});
export type ReissueOrder = z.output<typeof ReissueOrder>;

/** The node's answers, passed on unchanged. */
export const ReissueConfirm = wire(
  {
    details: z.array(nodeEntry),
    listIssuances: z.array(nodeEntry),
    reissuanceOutput: wire({ txid: hex64, vin: z.int().nonnegative() }),
  },
  { listIssuances: "listissuances" },
);
export type ReissueConfirm = z.output<typeof ReissueConfirm>;

export const ReissueResult = wire({ txid: hex64, vin: z.int().nonnegative(), reissuanceAmount: sats });
export type ReissueResult = z.output<typeof ReissueResult>;

export const Reissuance = wire({
  txid: hex64,
  vout: z.int().nonnegative(),
  destinationAddress: z.string(),
  reissuanceAmount: sats,
  /** Opaque: a block hash in the only source, possibly a height. */
  confirmedInBlock: z.union([z.string(), z.number()]),
  created: isoTime,
});
export type Reissuance = z.output<typeof Reissuance>;

/** Beyond the txid every field is known from a mock alone. */
export const ReissuanceBrief = wire({
  txid: hex64,
  destinationAddress: z.string().nullish(),
  reissuanceAmount: sats.nullish(),
});
