import type { DecodedTransaction, SpendableCoin } from "@/lib/contracts/elements";
import type { SupplyIntent } from "@/lib/domain/intent";
import type { Outpoint } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { supplyWorksText } from "@/lib/messages/supply-works";

/**
 * Whether a transaction is what was approved. Pure: first the open draft, every amount of which can be read, is
 * compared with the intent; then the signed one with its draft, because blinding hides the amounts.
 */

type Output = DecodedTransaction["vout"][number];

export const outpointKey = ({ txid, vout }: Outpoint): string => `${txid}:${vout}`;

export interface Surroundings {
  /** The wallet's coins by `outpointKey`. */
  coins: Map<string, SpendableCoin>;
  policyAssetId: string;
  /** What AMP's order names. */
  outpoints: Outpoint[];
  /** Addresses among the outputs that are the wallet's own. */
  own: Set<string>;
}

const { why } = supplyWorksText;
const FEE = "fee";
const BURN = "nulldata";

/** @returns what is strange about the open draft, for people; null when it is what was approved */
export function findStrangeness(
  { kind, intent }: { kind: SupplyKind; intent: SupplyIntent },
  { vin, vout }: DecodedTransaction,
  { coins, policyAssetId, outpoints, own }: Surroundings,
): string | null {
  const spent = vin.flatMap((input) => coins.get(outpointKey(input)) ?? []);
  if (spent.length !== vin.length) return why.unknownInput;
  if (vout.some(({ asset, value }) => asset === undefined || value === undefined)) return why.hidden;
  const isForeign = ({ scriptPubKey: { type, address } }: Output) =>
    type !== FEE && type !== BURN && !(address !== undefined && own.has(address));
  if (vout.some(isForeign)) return why.foreignOutput;
  const fees = vout.filter(({ scriptPubKey }) => scriptPubKey.type === FEE);
  if (fees.length !== 1 || fees[0]?.asset !== policyAssetId) return why.fee;
  const named = new Set(outpoints.map(outpointKey));
  const moved = spent.filter(({ asset }) => asset !== policyAssetId);
  if (moved.some((coin) => !named.has(outpointKey(coin)))) return why.unlistedCoin;
  return kind === "burn"
    ? findStrangeBurn(intent, { vin, vout }, moved)
    : findStrangeReissuance(intent, { vin, vout }, moved, policyAssetId);
}

type Parts = Pick<DecodedTransaction, "vin" | "vout">;

function findStrangeReissuance(
  intent: SupplyIntent,
  { vin, vout }: Parts,
  moved: SpendableCoin[],
  policyAssetId: string,
): string | null {
  const [token, ...more] = moved;
  if (!token || more.length > 0 || token.asset === intent.assetId) return why.foreignInput;
  const [input, ...others] = vin.filter(({ issuance }) => issuance !== undefined);
  const issuance = input?.issuance;
  const isApproved =
    others.length === 0 &&
    issuance?.isreissuance === true &&
    issuance.asset === intent.assetId &&
    issuance.assetamount === intent.totalSats &&
    (issuance.tokenamount ?? 0n) === 0n &&
    input !== undefined &&
    outpointKey(input) === outpointKey(token);
  if (!isApproved) return why.issuance;
  if (vout.some(({ scriptPubKey }) => scriptPubKey.type === BURN)) return why.burn;
  if (!isOnly(vout, intent.assetId, intent.totalSats)) return why.newCoins;
  if (!isOnly(vout, token.asset, token.amount)) return why.token;
  const known = [intent.assetId, token.asset, policyAssetId];
  return vout.every(({ asset }) => known.includes(asset ?? "")) ? null : why.foreignOutput;
}

/** One output of this asset, with this amount. */
function isOnly(vout: Output[], assetId: string, amountSats: bigint): boolean {
  const [output, ...more] = vout.filter(({ asset }) => asset === assetId);
  return output?.value === amountSats && more.length === 0;
}

function findStrangeBurn(intent: SupplyIntent, { vin, vout }: Parts, moved: SpendableCoin[]): string | null {
  if (moved.some(({ asset }) => asset !== intent.assetId)) return why.foreignInput;
  if (vin.some(({ issuance }) => issuance !== undefined)) return why.issuance;
  const [burnt, ...more] = vout.filter(({ scriptPubKey }) => scriptPubKey.type === BURN);
  if (burnt?.asset !== intent.assetId || burnt.value !== intent.totalSats || more.length > 0) return why.burn;
  const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const made = vout.filter(({ asset }) => asset === intent.assetId).map(({ value }) => value ?? 0n);
  return sum(made) === sum(moved.map(({ amount }) => amount)) ? null : why.change;
}

/**
 * The signed transaction has the draft's inputs, outputs and issuance in the draft's order; what it still shows is what
 * the draft showed.
 * @returns what is strange about it, for people; null when it is the draft
 */
export function findAlteration(draft: DecodedTransaction, signed: DecodedTransaction): string | null {
  const isSame =
    draft.vin.length === signed.vin.length &&
    draft.vout.length === signed.vout.length &&
    draft.vin.every((input, index) => isSameInput(input, signed.vin[index])) &&
    draft.vout.every((output, index) => isSameOutput(output, signed.vout[index]));
  return isSame ? null : why.altered;
}

type Input = DecodedTransaction["vin"][number];

function isSameInput(draft: Input, signed: Input | undefined): boolean {
  if (!signed || outpointKey(draft) !== outpointKey(signed)) return false;
  if (!draft.issuance || !signed.issuance) return draft.issuance === signed.issuance;
  const { isreissuance, asset, assetEntropy, assetamount, tokenamount, tokenamountcommitment } =
    signed.issuance;
  return (
    isreissuance === draft.issuance.isreissuance &&
    asset === draft.issuance.asset &&
    assetEntropy === draft.issuance.assetEntropy &&
    (assetamount === undefined || assetamount === draft.issuance.assetamount) &&
    (tokenamount ?? 0n) === 0n &&
    tokenamountcommitment === undefined
  );
}

function isSameOutput(draft: Output, signed: Output | undefined): boolean {
  if (signed?.scriptPubKey.hex !== draft.scriptPubKey.hex) return false;
  const isOpen = [FEE, BURN].includes(draft.scriptPubKey.type);
  const isEqual = signed.asset === draft.asset && signed.value === draft.value;
  return isEqual || (!isOpen && signed.asset === undefined && signed.value === undefined);
}
