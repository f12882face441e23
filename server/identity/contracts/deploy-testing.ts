import type { Hex } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { startAnvil } from "../chains/anvil-testing";
import type { ChainSettings } from "../chains/settings";
import {
  type DeployedContracts,
  deployContracts,
  deployer,
  type OperatorKeys,
  operatorSettings,
} from "./deploy";

/** The first account that every anvil funds: public test data. */
export const ANVIL_KEY: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

export interface TestContracts {
  chain: Awaited<ReturnType<typeof startAnvil>>;
  contracts: DeployedContracts;
  keys: OperatorKeys;
  deploy: ReturnType<typeof deployer>["deploy"];
  fund: ReturnType<typeof deployer>["fund"];
  stop(): Promise<void>;
}

/** Settings of a chain with everything, over another node's address if there is one between. */
export const settingsOf = ({ chain, contracts, keys }: TestContracts, rpcUrl = chain.url): ChainSettings => ({
  rpcUrl,
  ...operatorSettings(contracts, keys),
  blockTime: 20,
});

/** An EVM of its own with one of each contract, and operators nobody else uses. */
export async function startChainWithContracts(chainId = 31337): Promise<TestContracts> {
  const chain = await startAnvil(chainId);
  const keys = {
    deployer: ANVIL_KEY,
    walletApprover: generatePrivateKey(),
    faucetCaller: generatePrivateKey(),
    autoInvest: generatePrivateKey(),
  };
  const place = { rpcUrl: chain.url, chainId, keys };
  try {
    const contracts = await deployContracts(place);
    const { deploy, fund } = deployer(place);
    return { chain, contracts, keys, deploy, fund, stop: chain.stop };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}
