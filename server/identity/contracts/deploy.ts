import {
  type Abi,
  type Address,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  parseEther,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import artifacts from "./artifacts.json";

/** Private keys. The deployer pays for everything and owns what it deploys. */
export interface OperatorKeys {
  deployer: Hex;
  walletApprover: Hex;
  faucetCaller: Hex;
  autoInvest: Hex;
}

export interface Deployment {
  rpcUrl: string;
  chainId: number;
  keys: OperatorKeys;
  /** What the faucet pays at once, and the balance up to which it pays; wei. */
  faucetRewardWei?: bigint;
  /** How many coins the faucet holds to begin with; wei. */
  faucetFundsWei?: bigint;
}

/** Addresses. `campaign` takes wallets that the issuer approved, `openCampaign` any. */
export interface DeployedContracts {
  approver: Address;
  issuer: Address;
  faucet: Address;
  invest: Address;
  campaign: Address;
  openCampaign: Address;
  stablecoin: Address;
}

/** What the identity service is told of a chain with these contracts. */
export const operatorSettings = (contracts: DeployedContracts, keys: OperatorKeys) => ({
  walletApproverPrivateKey: keys.walletApprover,
  walletApproverServiceAddress: contracts.approver,
  faucetCallerPrivateKey: keys.faucetCaller,
  faucetServiceAddress: contracts.faucet,
  autoInvestPrivateKey: keys.autoInvest,
  autoInvestServiceAddress: contracts.invest,
});

const OPERATOR_FUNDS_WEI = parseEther("1");
/** In units of the stablecoin, which has six decimals. */
const TERMS = { version: "1.0.26", minimum: 100_000_000n, maximum: 1_000_000_000_000n, supply: 10n ** 13n };

/**
 * Puts one of each contract on a chain of ours, for the demo and for tests, and gives operators without coins some.
 * @throws Error when the node refuses a transaction or one reverts
 */
export async function deployContracts(deployment: Deployment): Promise<DeployedContracts> {
  const { keys, faucetRewardWei = parseEther("0.01"), faucetFundsWei = parseEther("100") } = deployment;
  const { account, deploy, fund } = deployer(deployment);
  const [walletApprover, caller, investor] = [keys.walletApprover, keys.faucetCaller, keys.autoInvest].map(
    (key) => privateKeyToAccount(key).address,
  );
  for (const operator of [walletApprover, caller, investor]) if (operator) await fund(operator);
  const owner = account.address;
  const stablecoin = await deploy("Stablecoin", [owner]);
  const approver = await deploy("WalletApprover", [owner, [walletApprover], 0n]);
  const issuer = await deploy("Issuer", [owner, stablecoin, approver]);
  const faucet = await deploy("Faucet", [owner, [caller], faucetRewardWei, faucetRewardWei], faucetFundsWei);
  const invest = await deploy("Invest", []);
  const campaign = await deploy("Campaign", [owner, issuer, { ...TERMS, isWhitelistRequired: true }]);
  const openCampaign = await deploy("Campaign", [owner, issuer, { ...TERMS, isWhitelistRequired: false }]);
  return { approver, issuer, faucet, invest, campaign, openCampaign, stablecoin };
}

export type ContractName = keyof typeof artifacts;

/** Deploys single contracts with one key. */
export function deployer({ rpcUrl, chainId, keys }: Pick<Deployment, "rpcUrl" | "chainId" | "keys">) {
  const account = privateKeyToAccount(keys.deployer);
  const nativeCurrency = { name: "Coin", symbol: "COIN", decimals: 18 };
  const rpcUrls = { default: { http: [rpcUrl] } };
  const chain = defineChain({ id: chainId, name: `${chainId}`, nativeCurrency, rpcUrls });
  const node = createPublicClient({ chain, transport: http(), pollingInterval: 50 });
  const wallet = createWalletClient({ account, chain, transport: http() });
  const settle = async (hash: Hex, what: string) => {
    const receipt = await node.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`${what} reverted.`);
    return receipt;
  };
  return {
    account,
    deploy: async (name: ContractName, args: unknown[], value = 0n): Promise<Address> => {
      const { abi, bytecode } = artifacts[name] as unknown as { abi: Abi; bytecode: Hex };
      const hash = await wallet.deployContract({ abi, bytecode, args, value } as never);
      const { contractAddress } = await settle(hash, name);
      if (!contractAddress) throw new Error(`${name} has no address.`);
      return contractAddress;
    },
    fund: async (to: Address): Promise<void> => {
      if ((await node.getBalance({ address: to })) > 0n) return;
      await settle(await wallet.sendTransaction({ to, value: OPERATOR_FUNDS_WEI }), "A payment");
    },
  };
}
