"use client";

import { useState } from "react";
import { useConnection } from "wagmi";
import { Alert } from "@/components/ui/alert";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { shortenMiddle } from "@/lib/format/ids";
import { walletText } from "@/lib/messages/invest-wallet";
import type { Campaign } from "./campaign";
import { CampaignForm } from "./campaign-form";
import { ConnectorChoice } from "./connector-choice";
import { OrderForm } from "./order-form";
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
  const connection = useConnection();
  const [campaign, setCampaign] = useState<Campaign>();
  if (connection.status !== "connected") return <ConnectorChoice setup={setup} />;
  if (connection.address.toLowerCase() !== address)
    return (
      <Alert tone="waiting" title={walletText.wrongAccount.title}>
        {walletText.wrongAccount.text(shortenMiddle(address))}
      </Alert>
    );
  const owner = connection.address;
  return campaign ? (
    <OrderForm campaign={campaign} owner={owner} onBack={() => setCampaign(undefined)} />
  ) : (
    <CampaignForm chains={chains} owner={owner} onFound={setCampaign} />
  );
}
