"use client";

import { useEffect } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import { useLazy } from "@/components/ui/use-lazy";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { investText } from "@/lib/messages/invest";
import { notify } from "@/lib/notify";
import { bindAmpId } from "@/server/actions/invest";
import { useInvestorSubmit } from "./signed-in";
import { TextBox } from "./text-box";
import { WalletMissing } from "./wallet-missing";
import { WalletSoon } from "./wallet-soon";

const { ampId: text } = investText;
const load = () =>
  import("./wallet/signer-panel").then(
    (module) => module.SignerPanel,
    () => WalletMissing,
  );

interface AmpIdSignatureProps {
  gaid: string;
  text: string;
  isKnownToAmp: boolean | null;
  label: string;
  address: string;
  setup: WalletSetup;
  onBack: () => void;
}

export function AmpIdSignature({
  gaid,
  isKnownToAmp,
  onBack,
  label,
  address,
  setup,
  ...props
}: AmpIdSignatureProps) {
  const [Signer, request] = useLazy(load);
  const { submit, isPending, isDone, error } = useInvestorSubmit(bindAmpId, () =>
    notify({ tone: "ok", title: text.bound }),
  );
  useEffect(request, [request]);
  return (
    <div className="grid gap-4">
      <Status tone={isKnownToAmp ? "ok" : "waiting"} wraps className="text-sm">
        {isKnownToAmp ? text.checked : text.notKnown}
      </Status>
      <TextBox title={text.textTitle} hint={text.textHint} text={props.text} />
      <FormAlert error={error} />
      {Signer ? (
        <Signer
          setup={setup}
          address={address}
          text={props.text}
          label={label}
          isBusy={isPending || isDone}
          onSigned={(signature) => submit({ gaid, signature })}
        />
      ) : (
        <WalletSoon />
      )}
      <div>
        <Button variant="link" disabled={isPending} onClick={onBack}>
          {text.change}
        </Button>
      </div>
    </div>
  );
}
