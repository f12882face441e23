import { createWalletClient, http, parseAbi, parseUnits, toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { foundry } from "viem/chains";
import { deployContracts, operatorSettings } from "@/server/identity/contracts/deploy";

/**
 * Puts the contracts on a local chain, gives one account some of their money, and prints as JSON what the launcher
 * hands on. The argument is the chain's address. The keys are those that every anvil funds: public, for tests alone.
 */
const MNEMONIC = "test test test test test test test test test test test junk";
const accountOf = (addressIndex: number) => mnemonicToAccount(MNEMONIC, { addressIndex });
const keyOf = (addressIndex: number) =>
  toHex(accountOf(addressIndex).getHdKey().privateKey ?? new Uint8Array());

const rpcUrl = process.argv[2] ?? "";
const keys = { deployer: keyOf(0), walletApprover: keyOf(1), faucetCaller: keyOf(2), autoInvest: keyOf(3) };
const person = accountOf(4);

const contracts = await deployContracts({ rpcUrl, chainId: foundry.id, keys });
await createWalletClient({ account: accountOf(0), chain: foundry, transport: http(rpcUrl) }).writeContract({
  address: contracts.stablecoin,
  abi: parseAbi(["function mint(address to, uint256 amount)"]),
  functionName: "mint",
  args: [person.address, parseUnits("100000", 6)],
});
process.stdout.write(
  JSON.stringify({
    contracts,
    account: { address: person.address, privateKey: keyOf(4) },
    settings: operatorSettings(contracts, keys),
  }),
);
