/** What the portal's pages tell the wallet code. */
export interface WalletSetup {
  /** Every network of the identity service; empty when it does not tell. */
  chains: { chainId: number; name: string }[];
  /** Those among them on which one signs in here. */
  signInChainIds: number[];
  /** Public by nature; null leaves WalletConnect out. */
  walletConnectProjectId: string | null;
}
