"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import type { RevealedTransaction } from "@/lib/domain/transactions";
import { transactionsText } from "@/lib/messages/transactions";
import { RevealedBlinders } from "./revealed-blinders";

const { blinders: text } = transactionsText;
const load = () => import("./reveal-dialog").then((module) => module.RevealDialog);

/** Nothing of the blinders is on the page, in its address or in a cache before a person asks, and nothing after they leave. */
export function BlindersCard({ assetUuid, txid }: { assetUuid: string; txid: string }) {
  const [revealed, setRevealed] = useState<RevealedTransaction>();
  return (
    <Card>
      <CardHeader
        title={text.title}
        actions={
          revealed && (
            <Button size="sm" onClick={() => setRevealed(undefined)}>
              {text.hide}
            </Button>
          )
        }
      />
      {revealed ? (
        <RevealedBlinders revealed={revealed} />
      ) : (
        <CardBody className="grid gap-3">
          <p className="text-muted-foreground text-sm">{text.text}</p>
          <div>
            <DialogButton load={load} dialog={{ assetUuid, txid, onRevealed: setRevealed }} size="sm">
              {text.reveal}
            </DialogButton>
          </div>
        </CardBody>
      )}
    </Card>
  );
}
