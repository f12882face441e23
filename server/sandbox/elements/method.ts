import type { NetworkFacts } from "../ledger/networks";
import type { Unit, World } from "../world";
import type { Params } from "./params";
import type { WalletRow } from "./store";

export interface NodeContext extends Unit {
  world: World;
  facts: NetworkFacts;
  /** The wallet that the path names, for the few methods that take either; null when it names none. */
  walletName: string | null;
}

export interface WalletContext extends Omit<NodeContext, "walletName"> {
  wallet: WalletRow;
}

interface Shape {
  /** Argument names in their order, for callers that pass an object. */
  params: readonly string[];
  /** Whether it changes anything; what does not may run beside others. */
  writes?: true;
}

export type NodeMethod = Shape & {
  scope: "node";
  run: (context: NodeContext, params: Params) => Promise<unknown>;
};
export type WalletMethod = Shape & {
  scope: "wallet";
  run: (context: WalletContext, params: Params) => Promise<unknown>;
};
export type Method = NodeMethod | WalletMethod;

export const nodeMethod = (method: Omit<NodeMethod, "scope">): Method => ({ scope: "node", ...method });
export const walletMethod = (method: Omit<WalletMethod, "scope">): Method => ({ scope: "wallet", ...method });
