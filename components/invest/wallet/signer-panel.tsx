"use client";

import type { Address } from "viem";
import { Button } from "@/components/ui/button";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { walletText } from "@/lib/messages/invest-wallet";
import { OwnAccount } from "./own-account";
import { ProblemAlert } from "./problem-alert";
import { useSignature } from "./use-signature";
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
    <OwnAccount {...props}>{(account) => <Signer {...props} account={account} />}</OwnAccount>
  </WalletFrame>
);

function Signer({ account, text, label, isBusy, onSigned }: SignerPanelProps & { account: Address }) {
  const { sign, isPending, error } = useSignature();
  const onSign = async () => {
    const signature = await sign(account, text);
    if (signature) onSigned(signature);
  };
  return (
    <div className="grid justify-items-start gap-3">
      <ProblemAlert error={error} />
      <Button
        size="lg"
        variant="primary"
        className="max-sm:w-full"
        loading={isPending || isBusy}
        onClick={onSign}
      >
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
