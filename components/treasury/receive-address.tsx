"use client";

import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { CardBody } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { treasuryText } from "@/lib/messages/treasury";
import { newReceiveAddressAction } from "@/server/actions/treasury";

const { receive } = treasuryText;

/** Deriving an address changes the wallet, so it happens on demand and never by looking at the page. */
export function ReceiveAddress() {
  const [address, setAddress] = useState<string>();
  const { submit, isPending, error } = useSubmit(
    newReceiveAddressAction,
    (made) => setAddress(made.address),
    { rereads: false },
  );
  return (
    <CardBody className="grid gap-3 border-border border-t">
      <div className="grid gap-0.5">
        <h3 className="font-medium text-sm">{receive.title}</h3>
        <p className="text-muted-foreground text-xs">{receive.hint}</p>
      </div>
      <FormAlert error={error} />
      <div aria-live="polite" className="empty:hidden">
        {address && (
          <div className="grid gap-1 rounded-md border border-border bg-sunken px-3 py-2 text-sm">
            <CopyId value={address} label={receive.address} full />
            <p className="text-muted-foreground text-xs">{receive.fresh}</p>
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
