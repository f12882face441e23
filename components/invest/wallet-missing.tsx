"use client";

import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { walletText } from "@/lib/messages/invest-wallet";

/** In place of the wallet code when it could not be fetched. */
export const WalletMissing = () => (
  <Alert
    tone="blocked"
    title={walletText.loadFailed}
    action={<Button onClick={() => window.location.reload()}>{walletText.retry}</Button>}
  />
);
