import type { ReactNode } from "react";
import type { Address } from "viem";
import { useConnection } from "wagmi";
import { Alert } from "@/components/ui/alert";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { shortenMiddle } from "@/lib/format/ids";
import { walletText } from "@/lib/messages/invest-wallet";
import { ConnectorChoice } from "./connector-choice";

interface OwnAccountProps {
  setup: WalletSetup;
  /** The account that is signed in, lower case; no other may act. */
  address: string;
  children: (account: Address) => ReactNode;
}

/** What only the signed-in account may do, once it is the one chosen in the wallet. */
export function OwnAccount({ setup, address, children }: OwnAccountProps) {
  const connection = useConnection();
  if (connection.status !== "connected") return <ConnectorChoice setup={setup} />;
  if (connection.address.toLowerCase() === address) return children(connection.address);
  return (
    <Alert tone="waiting" title={walletText.wrongAccount.title}>
      {walletText.wrongAccount.text(shortenMiddle(address))}
    </Alert>
  );
}
