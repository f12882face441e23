import type { Fixes } from "./fixes";

/** Values as messages print them: the original put the name of its class around each. */
const printer =
  (className: string) =>
  ({ fixes }: { fixes: Fixes }, value: string | bigint): string =>
    fixes.plainMessages ? `${value}` : `${className}(value=${value})`;

export const printWallet = printer("WalletAddress");
export const printContract = printer("ContractAddress");
export const printChain = printer("ChainId");
