"use client";

import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { CardBody } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { QrImage } from "@/components/ui/qr-image";
import type { QrCode } from "@/lib/domain/qr";
import { treasuryText } from "@/lib/messages/treasury";
import { newReceiveAddressAction } from "@/server/actions/treasury";

const { receive } = treasuryText;

/** Deriving an address changes the wallet, so it happens on demand and never by looking at the page. */
export function ReceiveAddress() {
  const [made, setMade] = useState<{ address: string; qr: QrCode }>();
  const { submit, isPending, error } = useSubmit(newReceiveAddressAction, setMade, { rereads: false });
  return (
    <CardBody className="grid gap-3 border-border border-t">
      <div className="grid gap-0.5">
        <h3 className="font-medium text-sm">{receive.title}</h3>
        <p className="text-muted-foreground text-xs">{receive.hint}</p>
      </div>
      <FormAlert error={error} />
      <div aria-live="polite" className="empty:hidden">
        {made && (
          <div className="flex flex-wrap items-start gap-3 rounded-md border border-border bg-sunken px-3 py-2 text-sm">
            <QrImage code={made.qr} label={receive.qr} />
            <div className="grid min-w-0 flex-1 basis-56 gap-1">
              <CopyId value={made.address} label={receive.address} full />
              <p className="text-muted-foreground text-xs">{receive.fresh}</p>
            </div>
          </div>
        )}
      </div>
      <div>
        <Button loading={isPending} onClick={() => submit({})}>
          {receive.button}
        </Button>
      </div>
    </CardBody>
  );
}
