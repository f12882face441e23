import { type Address, encodeFunctionData, type Hex, type Log, parseEventLogs } from "viem";
import { approverAbi, faucetAbi } from "../contracts/abis";
import type { OriginalJob } from "../lanes/original";
import type { Identity } from "../service";

export type QueueKind = "whitelist" | "faucet";

export const kinds: readonly QueueKind[] = ["whitelist", "faucet"];

export interface Batch {
  addresses: string[];
  chainId: bigint;
  /** The issuer; null = faucet. */
  payload: string | null;
}

export const kindOf = ({ payload }: Pick<Batch, "payload">): QueueKind =>
  payload === null ? "faucet" : "whitelist";

/** The contract call of a batch. @throws Refusal 0401, 0402; Error for what is no address */
export function callOf({ chains, config }: Identity, batch: Batch): OriginalJob {
  const kind = kindOf(batch);
  const { settings } = chains.require(batch.chainId, kind);
  const wallets = batch.addresses as Hex[];
  const gasLimit = config.queue.gasLimits[kind];
  if (batch.payload === null) {
    const data = encodeFunctionData({ abi: faucetAbi, functionName: "faucet", args: [wallets] });
    return { to: toAddress(settings.faucetServiceAddress), data, gasLimit };
  }
  const issuer = batch.payload.toLowerCase() as Hex;
  const data = encodeFunctionData({
    abi: approverAbi,
    functionName: "approveWallets",
    args: [issuer, wallets],
  });
  return { to: toAddress(settings.walletApproverServiceAddress), data, gasLimit };
}

const toAddress = (text = ""): Address => (text.startsWith("0x") ? text : `0x${text}`) as Address;

const NOT_APPROVED = "The issuer's contract refused this wallet.";
const NOT_FUNDED = "This wallet holds more than the faucet's threshold.";

/**
 * The wallets that got nothing of a batch that was carried out.
 * @returns why, by wallet in lower case
 */
export function failuresOf(batch: Batch, logs: Log[]): Map<string, string> {
  if (kindOf(batch) === "whitelist") {
    const failed = parseEventLogs({ abi: approverAbi, eventName: "ApproveWalletFail", logs });
    return new Map(failed.map(({ args }) => [args.wallet.toLowerCase(), NOT_APPROVED]));
  }
  const funded = new Set(
    parseEventLogs({ abi: faucetAbi, eventName: "WalletFunded", logs }).map(({ args }) =>
      args.wallet.toLowerCase(),
    ),
  );
  const without = batch.addresses.filter((address) => !funded.has(address.toLowerCase()));
  return new Map(without.map((address) => [address.toLowerCase(), NOT_FUNDED]));
}
