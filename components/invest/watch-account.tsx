"use client";

import { useEffect } from "react";
import { useLazy } from "@/components/ui/use-lazy";
import type { WalletSetup } from "@/lib/domain/wallet-setup";

const Nothing = () => null;
const load = () =>
  import("./wallet/account-watch").then(
    (module) => module.AccountWatch,
    () => Nothing,
  );

const REST_MS = 1_500;

/**
 * Signs out when the wallet changes to another account. The wallet code comes once the page is at rest, and only for
 * somebody who is signed in.
 */
export function WatchAccount({ setup, address }: { setup: WalletSetup; address: string }) {
  const [Watch, request] = useLazy(load);
  useEffect(() => {
    const timer = setTimeout(request, REST_MS);
    return () => clearTimeout(timer);
  }, [request]);
  return Watch ? <Watch setup={setup} address={address} /> : null;
}
