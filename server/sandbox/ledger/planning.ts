import type { SandboxDb } from "../db/client";
import type { IssuedIds } from "./builder";
import type { Coin, Draft, IssuanceDraft, ReissuanceDraft } from "./coin";
import { newScript } from "./keyring";
import { networkFacts } from "./networks";
import { LedgerError, type LiquidNetwork } from "./port";
import { takeCoins, totalOf } from "./selection";
import { feeForWeight, MAX_WEIGHT, transactionWeight } from "./weight";

export interface Payment {
  /** Coins that may be spent for the outputs, best first; change goes back to their owner. */
  coins: Coin[];
  /** L-BTC coins for the fee when somebody else pays it; without them the payer does. */
  feeCoins?: Coin[];
  /** Leaves out the Green side's signatures: the second one of a GAID's inputs and those for the fee. */
  isHolderOnly?: boolean;
  /** Coins that are spent in any case, before all others. */
  preset?: Coin[];
  outputs: Draft[];
  /** Positions of those L-BTC outputs that share the fee instead of the payer. */
  subtractFeeFrom?: number[];
  /** Sats per 1000 virtual bytes. */
  feeRate?: bigint;
  /** Where the change of an asset goes; without it to a fresh change address of the payer. */
  changeTo?: (assetId: string) => Pick<Draft, "scriptHex" | "blindingKey"> | undefined;
  /** An issuance on one of the inputs, whose outputs are named once its ids are known. */
  issuance?: {
    draft: IssuanceDraft | ReissuanceDraft;
    outputs: (issued: IssuedIds) => Draft[];
  };
}

export interface Plan {
  inputs: Coin[];
  /** As asked for, less a share of the fee where it is subtracted. */
  outputs: Draft[];
  change: Draft[];
  feeSats: bigint;
}

/** Inputs and change for every asset, then enough L-BTC for the fee, which grows with the inputs it needs. */
export async function plan(db: SandboxDb, network: LiquidNetwork, payment: Payment): Promise<Plan> {
  const { coins, feeCoins, preset = [], outputs, issuance, feeRate } = payment;
  const { policyAsset } = networkFacts(network);
  const payer = coins[0]?.owner ?? preset[0]?.owner;
  const feePayer = feeCoins ? feeCoins[0]?.owner : payer;
  if (!payer || !feePayer) throw new LedgerError("funds", "There is nothing to spend.");
  const changeFor = async (owner: string, assetId: string, amountSats: bigint): Promise<Draft> => {
    const place = payment.changeTo?.(assetId) ?? (await freshChange(db, network, owner));
    return { kind: "payment", ...place, assetId, amountSats };
  };
  const spent: Coin[] = [];
  const change: Draft[] = [];
  for (const assetId of new Set([...outputs, ...preset].map((item) => item.assetId))) {
    if (assetId === policyAsset && !feeCoins) continue;
    const missing = totalOf(outputs, assetId) - totalOf(preset, assetId);
    const taken = takeCoins(coins, assetId, missing);
    spent.push(...taken);
    const left = totalOf(taken, assetId) - missing;
    if (left > 0n) change.push(await changeFor(payer, assetId, left));
  }
  const missing = feeCoins ? 0n : totalOf(outputs, policyAsset) - totalOf(preset, policyAsset);
  const feeChange = await changeFor(feePayer, policyAsset, 0n);
  const issued = issuance?.outputs({ assetId: "", tokenId: "" }) ?? [];
  const body = [...issued, ...outputs, ...change, feeChange, { scriptHex: "", blindingKey: null }];
  const isSubtracted = (payment.subtractFeeFrom ?? []).length > 0;
  const isClosed = [...issued, ...outputs, ...change].some(({ blindingKey }) => blindingKey !== null);
  for (let count = preset.length > 0 ? 0 : 1; ; count++) {
    const lbtc = takeAtLeast(feeCoins ?? coins, policyAsset, count);
    const inputs = [...preset, ...lbtc, ...spent];
    const feeSats = standardFee(transactionWeight(inputs, body, issuance?.draft), feeRate);
    const left = totalOf(lbtc, policyAsset) - missing - (isSubtracted ? 0n : feeSats);
    const lessFee = isSubtracted ? subtractFee(payment, feeSats) : outputs;
    if (left > 0n)
      return { inputs, outputs: lessFee, change: [...change, { ...feeChange, amountSats: left }], feeSats };
    // Without change there must be another confidential output to balance with.
    if (left === 0n && isSubtracted && isClosed) return { inputs, outputs: lessFee, change, feeSats };
  }
}

/** The first `count` coins of the asset. @throws LedgerError "funds" when there are fewer */
function takeAtLeast(coins: Coin[], assetId: string, count: number): Coin[] {
  const taken = coins.filter((coin) => coin.assetId === assetId).slice(0, count);
  if (taken.length < count) throw new LedgerError("funds", "There is not enough L-BTC for the fee.");
  return taken;
}

function standardFee(weight: number, feeRate?: bigint): bigint {
  if (weight <= MAX_WEIGHT) return feeForWeight(weight, feeRate);
  throw new LedgerError(
    "limit",
    "The inputs size exceeds the maximum weight. Please try sending a smaller amount or manually consolidating your wallet's UTXOs",
  );
}

/** The fee in equal shares; the first of them pays the sats that are left over. */
function subtractFee({ outputs, subtractFeeFrom = [] }: Payment, feeSats: bigint): Draft[] {
  const share = feeSats / BigInt(subtractFeeFrom.length);
  const rest = feeSats % BigInt(subtractFeeFrom.length);
  const first = Math.min(...subtractFeeFrom);
  return outputs.map((output, position) => {
    if (!subtractFeeFrom.includes(position)) return output;
    const amountSats = output.amountSats - share - (position === first ? rest : 0n);
    if (amountSats > 0n) return { ...output, amountSats };
    throw new LedgerError("limit", "The transaction amount is too small to pay the fee");
  });
}

async function freshChange(db: SandboxDb, network: LiquidNetwork, owner: string) {
  const { scriptHex, blindingPublicKey } = await newScript(db, network, owner, { isChange: true });
  return { scriptHex, blindingKey: blindingPublicKey };
}
