"use client";

import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { takeWalletAddressAction } from "@/server/actions/sandbox-wallets";

const { address: text } = sandboxWalletsText;

/** An address changes the wallet, so it is taken on demand and never by looking at the page. */
export function WalletAddress({ gaid }: { gaid: string }) {
  const [address, setAddress] = useState<string>();
  const { submit, isPending, error } = useSubmit(
    takeWalletAddressAction,
    (taken) => setAddress(taken.address),
    { rereads: false },
  );
  return (
    <Card>
      <CardHeader title={text.title} description={text.hint} />
      <CardBody className="grid gap-3">
        <FormAlert error={error} />
        <div aria-live="polite" className="empty:hidden">
          {address && (
            <div className="rounded-md border border-border bg-sunken px-3 py-2 text-sm">
              <CopyId value={address} label={text.label} full />
            </div>
          )}
        </div>
        <div>
          <Button loading={isPending} onClick={() => submit({ gaid })}>
            {text.button}
          </Button>
        </div>
      </CardBody>
    </Card>
  );
}
