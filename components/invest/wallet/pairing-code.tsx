"use client";

import { useMemo } from "react";
import { CopyId } from "@/components/ui/copy-id";
import { QrImage } from "@/components/ui/qr-image";
import { drawQr } from "@/lib/domain/draw-qr";
import { walletText } from "@/lib/messages/invest-wallet";

/** WalletConnect's link as a picture and as text. It carries the key of the connection: it is drawn here and sent nowhere. */
export function PairingCode({ link }: { link: string }) {
  const code = useMemo(() => drawQr(link), [link]);
  return (
    <div className="flex flex-wrap items-start gap-4">
      <QrImage code={code} label={walletText.qr} />
      <div className="grid min-w-0 flex-1 basis-48 gap-2">
        <p className="text-sm">{walletText.qrHint}</p>
        <CopyId value={link} label={walletText.qrLink} ends={10} />
      </div>
    </div>
  );
}
