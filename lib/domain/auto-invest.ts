/** In what a campaign is paid. */
export interface CampaignCoin {
  symbol: string;
  decimals: number;
}

/** An order to invest in a campaign as soon as the coins are there. */
export interface AutoInvestOrder {
  chainId: number;
  /** The campaign's contract, lower case. */
  campaign: string;
  /** The campaign's stablecoin in its smallest units. */
  amount: bigint;
  /** null: nobody here can tell. */
  coin: CampaignCoin | null;
}

/** What was ordered for one campaign, as its issuer sees it. */
export interface CampaignOrders {
  /** null: nobody here can tell. */
  coin: CampaignCoin | null;
  /** Newest first; wallets in lower case, amounts in the coin's smallest units. */
  orders: { wallet: string; amount: bigint }[];
}
