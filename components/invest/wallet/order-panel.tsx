"use client";

import { useState } from "react";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import type { Campaign } from "./campaign";
import { CampaignForm } from "./campaign-form";
import { OrderForm } from "./order-form";
import { OwnAccount } from "./own-account";
import { WalletFrame } from "./wallet-frame";

export interface OrderPanelProps {
  setup: WalletSetup;
  /** The networks on which orders are taken. */
  chains: WalletSetup["chains"];
  /** The wallet that is signed in, lower case. */
  address: string;
}

/** Network and campaign → amount → permission in the wallet → order. */
export const OrderPanel = (props: OrderPanelProps) => (
  <WalletFrame setup={props.setup}>
    <Order {...props} />
  </WalletFrame>
);

function Order({ setup, chains, address }: OrderPanelProps) {
  const [campaign, setCampaign] = useState<Campaign>();
  return (
    <OwnAccount setup={setup} address={address}>
      {(owner) =>
        campaign ? (
          <OrderForm campaign={campaign} owner={owner} onBack={() => setCampaign(undefined)} />
        ) : (
          <CampaignForm chains={chains} owner={owner} onFound={setCampaign} />
        )
      }
    </OwnAccount>
  );
}
