import type { ChainTaskState } from "./investor";

/** The wallet's way onto the issuer's contract on one chain. */
export interface RequestChain {
  chainId: number;
  /** `unserved`: the identity service does nothing there. null: nothing was asked for, or it does not tell. */
  state: ChainTaskState | "unserved" | null;
  hash: string | null;
  reason: string | null;
}

/** What became of the wallet on the issuer's chains. */
export interface RequestChains {
  /** False: the identity service could not be asked, or does not tell such things. */
  isTold: boolean;
  chains: RequestChain[];
}
