"use client";

import { useConnection, useSignMessage } from "wagmi";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { shortenMiddle } from "@/lib/format/ids";
import { walletText } from "@/lib/messages/invest-wallet";
import { ConnectorChoice } from "./connector-choice";
import { ProblemAlert } from "./problem-alert";
import { WalletFrame } from "./wallet-frame";

export interface SignerPanelProps {
  setup: WalletSetup;
  /** The wallet that is signed in, lower case; no other may sign. */
  address: string;
  text: string;
  label: string;
  isBusy: boolean;
  onSigned: (signature: string) => void;
}

/** Has the signed-in wallet sign a text that the page shows above. */
export const SignerPanel = (props: SignerPanelProps) => (
  <WalletFrame setup={props.setup}>
    <Signer {...props} />
  </WalletFrame>
);

function Signer({ setup, address, text, label, isBusy, onSigned }: SignerPanelProps) {
  const connection = useConnection();
  const { mutateAsync: sign, isPending, error } = useSignMessage();
  if (connection.status !== "connected") return <ConnectorChoice setup={setup} />;
  if (connection.address.toLowerCase() !== address)
    return (
      <Alert tone="waiting" title={walletText.wrongAccount.title}>
        {walletText.wrongAccount.text(shortenMiddle(address))}
      </Alert>
    );
  const onSign = async () => {
    const signature = await sign({ account: connection.address, message: text }).catch(() => null);
    if (signature) onSigned(signature);
  };
  return (
    <div className="grid justify-items-start gap-3">
      <ProblemAlert error={error} />
      <Button size="lg" variant="primary" loading={isPending || isBusy} onClick={onSign}>
        {label}
      </Button>
      {isPending && (
        <p role="status" className="text-muted-foreground text-sm">
          {walletText.text.signing}
        </p>
      )}
    </div>
  );
}
