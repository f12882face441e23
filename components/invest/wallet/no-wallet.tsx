"use client";

import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import { walletText } from "@/lib/messages/invest-wallet";

const { none } = walletText;

const isPhone = () => window.matchMedia("(pointer: coarse) and (hover: none)").matches;

/** What to do where no wallet announced itself; phones have wallets as apps with a browser of their own. */
export function NoWallet({ hasWalletConnect }: { hasWalletConnect: boolean }) {
  const onPhone = isPhone();
  const ways = onPhone ? none.mobile : none.desktop;
  return (
    <Alert
      tone="waiting"
      title={none.title}
      action={
        onPhone ? (
          <CopyId value={window.location.href} label={none.address} ends={14} />
        ) : (
          <Button onClick={() => window.location.reload()}>{none.reload}</Button>
        )
      }
    >
      <ul className="grid list-disc gap-1 ps-4">
        {ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
        {hasWalletConnect && <li>{none.walletConnect}</li>}
      </ul>
    </Alert>
  );
}
