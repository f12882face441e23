import { networks } from "liquidjs-lib";
import type { LiquidNetwork } from "./port";

export interface NetworkFacts {
  /** Address prefixes and versions, as liquidjs-lib wants them. */
  params: typeof networks.liquid;
  /** What getblockchaininfo calls the chain. */
  chain: "liquidv1" | "liquidtestnet" | "elementsregtest";
  /** Asset id of L-BTC. */
  policyAsset: string;
  /** Height of the sandbox's first block. */
  firstHeight: number;
  /** BIP-44 coin type. */
  coinType: number;
}

// A node started with default regtest options calls this its L-BTC; liquidjs-lib assumes another one.
const REGTEST_POLICY_ASSET = "b2e15d0d7a0c94e4e2ce0fe6e8691b9e451377f6e46e8045a86f7c4b5d4f0f23";

const FACTS: Record<LiquidNetwork, NetworkFacts> = {
  liquid: {
    params: networks.liquid,
    chain: "liquidv1",
    policyAsset: networks.liquid.assetHash,
    firstHeight: 3_000_000,
    coinType: 1776,
  },
  testnet: {
    params: networks.testnet,
    chain: "liquidtestnet",
    policyAsset: networks.testnet.assetHash,
    firstHeight: 2_000_000,
    coinType: 1,
  },
  regtest: {
    params: networks.regtest,
    chain: "elementsregtest",
    policyAsset: REGTEST_POLICY_ASSET,
    firstHeight: 101,
    coinType: 1,
  },
};

export const networkFacts = (network: LiquidNetwork): NetworkFacts => FACTS[network];
