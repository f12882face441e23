import type { Hex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { knownChains } from "../chains/list";
import type { ChainSettings } from "../chains/settings";
import type { AssertHeld } from "../db/exclusive";
import type { Identity } from "../service";

export type OperatorFeature = "whitelist" | "faucet" | "autoInvest";

const KEYS = {
  whitelist: "walletApproverPrivateKey",
  faucet: "faucetCallerPrivateKey",
  autoInvest: "autoInvestPrivateKey",
} as const satisfies Record<OperatorFeature, keyof ChainSettings>;

/** What works on one lane needs to know. */
export interface LaneContext {
  identity: Identity;
  chainId: bigint;
  account: PrivateKeyAccount;
  /** Lower case. */
  sender: string;
  /** Blocks, the transaction's own included. */
  depth: number;
  capGwei: number | undefined;
  /** @throws Error when somebody else may hold the lane by now */
  assertHeld: AssertHeld;
}

/** @throws Refusal 0401, 0402 for a chain that is not set up for the feature */
export function laneContext(
  identity: Identity,
  chainId: bigint,
  feature: OperatorFeature,
): Omit<LaneContext, "assertHeld"> {
  const { settings } = identity.chains.require(chainId, feature);
  const account = operatorOf(settings, feature);
  return {
    ...{ identity, chainId, account },
    sender: account.address.toLowerCase(),
    depth: settings.confirmations ?? knownChains[`${chainId}`]?.confirmations ?? 1,
    capGwei: settings.maxFeeGwei,
  };
}

export function operatorOf(settings: ChainSettings, feature: OperatorFeature): PrivateKeyAccount {
  const key = (settings[KEYS[feature]] ?? "").replace(/^0x/, "");
  return privateKeyToAccount(`0x${key}` as Hex);
}
