import { z } from "zod";
import { elementsAmount, hex64, isoTime, sats, wire } from "@/lib/contracts/wire";
import { nodeEntry } from "./node-entries";
import { orderHead } from "./orders";

const DistributionStatus = z.enum(["UNCONFIRMED", "CONFIRMED"]);

/** An entry of a distribution's transaction; not an `Assignment`, it has no id. */
const DistributedAssignment = wire({ registeredUser: z.int(), amount: sats, vout: z.int().nonnegative() });

const DistributionTransaction = wire({
  txid: hex64,
  transactionStatus: DistributionStatus,
  includedBlockheight: z.int(),
  confirmedDatetime: isoTime,
  assignments: z.array(DistributedAssignment),
});

export const Distribution = wire({
  distributionUuid: z.uuid(),
  distributionStatus: DistributionStatus,
  transactions: z.array(DistributionTransaction),
});
export type Distribution = z.output<typeof Distribution>;

export const DistributionOrder = wire({
  command: z.literal("distribute"),
  ...orderHead,
  distributionUuid: z.uuid(),
  /** Confidential address → sats (in Elements units on the wire). */
  mapAddressAmount: z.record(z.string(), elementsAmount),
  mapAddressAsset: z.record(z.string(), hex64),
});
export type DistributionOrder = z.output<typeof DistributionOrder>;

/** What AMP answers, with 200, when no assignment can be taken: no `distribution_uuid`. */
const NothingToDistribute = wire(
  { error: z.string().optional(), distributionUuid: z.undefined().optional() },
  { error: "Error" },
);

export const CreatedDistribution = z.union([DistributionOrder, NothingToDistribute]);
export type CreatedDistribution = z.output<typeof CreatedDistribution>;

/** The node's answers, passed on unchanged: they carry the blinders AMP needs. */
export const DistributionConfirm = wire({
  txData: wire({ txid: hex64, details: z.array(nodeEntry) }),
  changeData: z.array(nodeEntry),
});
export type DistributionConfirm = z.output<typeof DistributionConfirm>;
