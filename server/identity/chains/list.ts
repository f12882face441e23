/** The chains the service knows; every other id is unknown. Ids of dead networks stay for stored rows. */
export interface KnownChain {
  name: string;
  rpcUrl: string;
  /** An Infura id is put behind it. */
  infuraUrl: string | null;
  /** JSON with prices in gwei. */
  gasFeedUrl: string | null;
  blockTimeMs: number | null;
  /** From how many blocks on a transaction counts, its own included, unless the settings say otherwise. */
  confirmations: number;
  /** Its coins are worth nothing, unless the settings say otherwise. */
  isTest: boolean;
}

const chain = (name: string, rpcUrl: string, more: Partial<KnownChain> = {}): KnownChain => ({
  name,
  rpcUrl,
  infuraUrl: null,
  gasFeedUrl: null,
  blockTimeMs: null,
  confirmations: 5,
  isTest: false,
  ...more,
});

export const knownChains: Readonly<Record<string, KnownChain>> = {
  "1": chain("Ethereum", "https://cloudflare-eth.com/", { infuraUrl: "https://mainnet.infura.io/v3/" }),
  "5": chain("Goerli", "https://goerli.prylabs.net/", {
    infuraUrl: "https://goerli.infura.io/v3/",
    isTest: true,
  }),
  "137": chain("Polygon", "https://rpc-mainnet.matic.network/", {
    infuraUrl: "https://polygon-mainnet.infura.io/v3/",
    gasFeedUrl: "https://gasstation-mainnet.matic.network",
    blockTimeMs: 2500,
    confirmations: 32,
  }),
  "80001": chain("Mumbai", "https://rpc-mumbai.matic.today/", {
    infuraUrl: "https://polygon-mumbai.infura.io/v3/",
    gasFeedUrl: "https://gasstation-mumbai.matic.today",
    blockTimeMs: 2500,
    isTest: true,
  }),
  "1984": chain("AMPnet", "https://poa.ampnet.io/rpc", { blockTimeMs: 2500, confirmations: 1 }),
  "31337": chain("Hardhat", "http://hardhat:8545", { blockTimeMs: 100, confirmations: 1, isTest: true }),
};
