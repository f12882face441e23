import { z } from "zod";
import { hex64, isoTime, sats, wire } from "@/lib/contracts/wire";

/** How AMP shows a blinder it does not know. */
export const UNKNOWN_BLINDER = "0".repeat(64);

const owner = {
  registeredUser: z.int().nullable(),
  gaid: z.string().nullable(),
  isTreasury: z.boolean(),
};

const row = {
  assetId: hex64,
  amount: sats,
  assetBlinder: hex64,
  amountBlinder: hex64,
  ...owner,
};

const AssetTxInput = wire(
  { ...row, vin: z.int().nonnegative(), prevTxid: hex64, prevVout: z.int().nonnegative() },
  { gaid: "GAID" },
);

const AssetTxOutput = wire(
  { ...row, vout: z.int().nonnegative(), isSpent: z.boolean(), isBurnt: z.boolean() },
  { gaid: "GAID" },
);

const head = {
  txid: hex64,
  datetime: isoTime,
  blockheight: z.int(),
  isIssuance: z.boolean(),
  isReissuance: z.boolean(),
  isDistribution: z.boolean(),
};

/** Rows of the reissuance token stand beside those of the asset; `assetId` tells them apart. */
export const AssetTx = wire({
  ...head,
  inputs: z.array(AssetTxInput),
  outputs: z.array(AssetTxOutput),
  unblindedUrl: z.string(),
});
export type AssetTx = z.output<typeof AssetTx>;

const briefRow = {
  assetId: z.string(),
  amount: sats,
  ...owner,
};
const BriefInput = wire(briefRow, { gaid: "GAID" });
const BriefOutput = wire({ ...briefRow, isBurnt: z.boolean() }, { gaid: "GAID" });

/**
 * The same answer read for who moved how much, without blinders and places: a page of a list tells thousands of outputs,
 * and reading them all would take longer than everything else that the desk does for it.
 */
export const AssetTxBrief = wire({
  ...head,
  inputs: z.array(BriefInput),
  outputs: z.array(BriefOutput),
});
export type AssetTxBrief = z.output<typeof AssetTxBrief>;

/** Opens one issuance output whose blinders AMP shows as zeros. */
export const UpdateBlinders = wire({
  txid: hex64,
  vout: z.int().nonnegative(),
  assetBlinder: hex64,
  amountBlinder: hex64,
});
export type UpdateBlinders = z.output<typeof UpdateBlinders>;
