"use client";

import { useConnection, useDisconnect } from "wagmi";
import { Button } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { walletText } from "@/lib/messages/invest-wallet";
import { ConnectorChoice } from "./connector-choice";
import { isSignInNetwork, NetworkSwitch } from "./network-switch";
import { SignInText } from "./sign-in-text";
import { WalletFrame } from "./wallet-frame";

export interface SignInPanelProps {
  setup: WalletSetup;
  /** The last part of the issuer's link, when the person came by one. */
  issuer: string | null;
}

/** Wallet → network → text → signature. The page fetches this file when somebody presses Connect, and not before. */
export const SignInPanel = (props: SignInPanelProps) => (
  <WalletFrame setup={props.setup}>
    <SignIn {...props} />
  </WalletFrame>
);

function SignIn({ setup, issuer }: SignInPanelProps) {
  const connection = useConnection();
  const { mutate: disconnect } = useDisconnect();
  if (connection.status !== "connected") return <ConnectorChoice setup={setup} />;
  const { address, chainId, connector } = connection;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md border border-border bg-sunken px-3.5 py-2 text-sm">
        <span className="grid min-w-0">
          <span className="text-muted-foreground text-xs">{walletText.connected(connector.name)}</span>
          <CopyId value={address} label={walletText.address} ends={8} />
        </span>
        <Button size="sm" onClick={() => disconnect({})}>
          {walletText.back}
        </Button>
      </div>
      {isSignInNetwork(setup, chainId) ? (
        <SignInText key={`${address}:${chainId}`} address={address} chainId={chainId} issuer={issuer} />
      ) : (
        <NetworkSwitch setup={setup} chainId={chainId} />
      )}
    </div>
  );
}
