"use client";

import { useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DialogButton } from "@/components/ui/dialog-button";
import { gaidsText } from "@/lib/messages/gaids";

const { address: text } = gaidsText;
const load = () => import("./address-dialog").then((module) => module.AddressDialog);

/** Asking makes a new address, so it happens on demand and never by looking at the page. */
export function GaidAddress({ gaid }: { gaid: string }) {
  const [address, setAddress] = useState<string>();
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid gap-3 text-sm">
        <p className="text-muted-foreground">{text.text}</p>
        <div aria-live="polite" className="empty:hidden">
          {address !== undefined && (
            <div className="grid gap-1 rounded-md border border-border bg-sunken px-3 py-2">
              <CopyId value={address} label={text.label} full />
              <p className="text-muted-foreground text-xs">{text.fresh}</p>
            </div>
          )}
        </div>
        <div>
          <DialogButton load={load} dialog={{ gaid, onTaken: setAddress }}>
            {text.button}
          </DialogButton>
        </div>
      </CardBody>
    </Card>
  );
}
