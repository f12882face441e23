/** What a person approves, and the text whose hash is on the screen. */

export const OPERATION_KINDS = ["distribution", "reissuance", "burn", "blinders", "lbtc"] as const;
/** What changes a supply, or tells AMP of it. */
export const SUPPLY_OPERATIONS = ["reissuance", "burn", "blinders"] as const satisfies OperationKind[];
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** Those whose transaction is made and signed, stored, and only then broadcast. */
export type SignedKind = "reissuance" | "burn" | "lbtc";

/** The asset as it was when it was approved, and how much of it moves. */
export interface IntentAsset {
  assetUuid: string;
  assetId: string;
  assetName: string;
  ticker: string | null;
  precision: number;
  totalSats: bigint;
}

export interface IntentAssignment {
  assignmentId: number;
  registeredUser: number;
  userName: string;
  gaid: string;
  amountSats: bigint;
}

export interface DistributionIntent extends IntentAsset {
  /** Recipients per transaction; missing in distributions that were approved as one transaction. */
  batchSize?: number;
  /** The order at AMP that is taken over, which this desk did not ask for. */
  adopts?: string;
  assignments: IntentAssignment[];
}

/** A reissuance or a burn of `totalSats`. */
export interface SupplyIntent extends IntentAsset {
  /** issued + reissued − burned when it was approved: a person approves the supply that comes of it, too. */
  supplySats: bigint;
}

/** An output of the treasury whose blinders AMP lacks; of the asset, or of its reissuance token. */
export interface IntentOutput {
  txid: string;
  vout: number;
  assetId: string;
  amountSats: bigint;
}

/** AMP is told the blinders of these outputs. Nothing moves, so `totalSats` is 0; the blinders are no part of it. */
export interface BlindersIntent extends IntentAsset {
  outputs: IntentOutput[];
}

/** In the place of an asset's uuid: L-BTC is no asset of AMP's. */
export const LBTC_UUID = "00000000-0000-0000-0000-000000000000";

/** `totalSats` of L-BTC go out of the treasury's wallet; the fee comes on top. */
export interface LbtcIntent extends IntentAsset {
  address: string;
  /** The wallet's payment before this one, as its approver saw it; null: there was none. */
  after: string | null;
  /** How many payments were asked for before it: clocks of two hosts may differ about which was the last. */
  earlier: number;
}

/** Where an operation is written down beside its asset, if AMP has one. */
export const ampAssetOf = (assetUuid: string): { assetUuid?: string } =>
  assetUuid === LBTC_UUID ? {} : { assetUuid };

export interface IntentOf {
  distribution: DistributionIntent;
  reissuance: SupplyIntent;
  burn: SupplyIntent;
  blinders: BlindersIntent;
  lbtc: LbtcIntent;
}

/** The text whose SHA-256 a person approves: every assignment with its amount, in a fixed order. */
export function distributionText(intent: DistributionIntent): string {
  const parts = [...intent.assignments].sort((a, b) => a.assignmentId - b.assignmentId);
  return [
    "distribute",
    intent.assetUuid,
    intent.assetId,
    intent.totalSats,
    ...(intent.batchSize === undefined ? [] : [`batches:${intent.batchSize}`]),
    ...(intent.adopts === undefined ? [] : [`adopts:${intent.adopts}`]),
    ...parts.map((part) => `${part.assignmentId}:${part.registeredUser}:${part.gaid}:${part.amountSats}`),
  ].join("\n");
}

/** The text whose SHA-256 a person approves: what is done, how much, and the supply it was decided on. */
export const supplyText = (kind: "reissuance" | "burn", intent: SupplyIntent): string =>
  [kind, intent.assetUuid, intent.assetId, intent.totalSats, intent.supplySats].join("\n");

/** The text whose SHA-256 a person approves: the outputs of which AMP is told, in a fixed order. */
export const blindersText = ({ assetUuid, assetId, outputs }: BlindersIntent): string =>
  [
    "update-blinders",
    assetUuid,
    assetId,
    ...outputs.map((output) => `${outpointText(output)}:${output.assetId}:${output.amountSats}`).sort(),
  ].join("\n");

/** The text whose SHA-256 a person approves: to whom, how much, and after which payment, so that one is not made twice. */
export const lbtcText = ({ assetId, address, totalSats, after, earlier }: LbtcIntent): string =>
  ["send-lbtc", assetId, address, totalSats, `after:${earlier}:${after ?? "none"}`].join("\n");

const outpointText = ({ txid, vout }: IntentOutput) => `${txid}:${vout}`;
