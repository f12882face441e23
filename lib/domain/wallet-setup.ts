import type { EnvironmentName } from "./actor";

/** What the portal's pages tell the wallet code, and their frame. */
export interface WalletSetup {
  /** The most serious of the worlds that this deployment serves, for as long as no issuer says which; null without any. */
  environment: EnvironmentName | null;
  /** Every network of the identity service; empty when it does not tell. */
  chains: { chainId: number; name: string }[];
  /** Those among them on which one signs in here. */
  signInChainIds: number[];
  /** Public by nature; null leaves WalletConnect out. */
  walletConnectProjectId: string | null;
}
