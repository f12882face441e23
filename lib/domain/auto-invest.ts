/** An order to invest in a campaign as soon as the coins are there. */
export interface AutoInvestOrder {
  chainId: number;
  /** The campaign's contract, lower case. */
  campaign: string;
  /** The campaign's stablecoin in its smallest units. */
  amount: bigint;
}
