/** What an investor has of an issuer's assets, under one GAID. Amounts are sats of the asset. */
export interface InvestorHoldings {
  gaid: string;
  asOf: Date;
  /** What the issuer lets investors see; the rest is left out below. */
  showsHoldings: boolean;
  showsDistributions: boolean;
  /** Assets the GAID has, is to get or once got. */
  holdings: InvestorHolding[];
}

export interface InvestorHolding {
  assetUuid: string;
  name: string;
  ticker: string | null;
  precision: number;
  /** null when the issuer does not show it. */
  balanceSats: bigint | null;
  /** What is assigned and not yet sent. */
  vesting: {
    id: number;
    amountSats: bigint;
    /** null: no vesting date. */
    vestsAt: Date | null;
    hasVested: boolean;
    isReady: boolean;
  }[];
  /** What was sent to the GAID. */
  distributions: {
    id: number;
    amountSats: bigint;
    txid: string | null;
    confirmedAt: Date | null;
  }[];
}
