"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { InPlace } from "@/components/ui/in-place";
import { useLazy } from "@/components/ui/use-lazy";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { WalletMissing } from "./wallet-missing";
import { WalletSoon } from "./wallet-soon";

/** Nothing that speaks to wallets is on the page before somebody presses the button. */
const load = () =>
  import("./wallet/sign-in-panel").then(
    (module) => module.SignInPanel,
    () => WalletMissing,
  );

interface ConnectWalletProps {
  setup: WalletSetup;
  issuer: string | null;
  label: string;
}

export function ConnectWallet({ setup, issuer, label }: ConnectWalletProps) {
  const [Panel, request] = useLazy(load);
  const [isAsked, setAsked] = useState(false);
  if (isAsked)
    return (
      <InPlace label={label}>{Panel ? <Panel setup={setup} issuer={issuer} /> : <WalletSoon />}</InPlace>
    );
  const onConnect = () => {
    setAsked(true);
    request();
  };
  return (
    <div>
      <Button size="lg" variant="primary" onClick={onConnect} className="max-sm:w-full">
        {label}
      </Button>
    </div>
  );
}
