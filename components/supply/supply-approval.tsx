"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { StartByHand } from "@/components/operations/start-by-hand";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SupplyPreview } from "@/lib/domain/supply";
import type { ErrorView } from "@/lib/errors";
import { supplyText } from "@/lib/messages/supply";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { startSupplyByHandAction } from "@/server/actions/by-hand";
import { isTyped, wordsToType } from "./typed-confirmation";

const { review: text } = supplyText;

interface SupplyApprovalProps {
  preview: SupplyPreview;
  isBusy: boolean;
  error: ErrorView | null;
  /** Called with the id of this approval: a repeat of it is met by the server. */
  onStart: (intentId: string) => void;
}

/** The last step before money moves: the fingerprint, what it means, and words to be typed. */
export function SupplyApproval({ preview, isBusy, error, onStart }: SupplyApprovalProps) {
  const { kind, intent, intentHash, canStart } = preview;
  const words = supplyText.kinds[kind];
  const [intentId] = useState(randomId);
  const [typed, setTyped] = useState("");
  const [hasLeft, setLeft] = useState(false);
  const expected = wordsToType(kind, intent);
  const isReady = canStart && isTyped(kind, intent, typed);
  const isWrong = hasLeft && typed !== "" && !isTyped(kind, intent, typed);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReady && !isBusy) onStart(intentId);
  };
  return (
    <Card>
      <form method="post" onSubmit={send} noValidate>
        <CardHeader title={words.approveTitle} />
        <CardBody className="grid gap-3 text-sm">
          <FormAlert error={error} />
          <p>{words.consequence}</p>
          <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
            {text.hash}
            <CopyId value={intentHash} label={text.hash} ends={8} />
          </p>
          <Field label={words.typeLabel(expected)} error={isWrong ? text.mismatch(expected) : undefined}>
            <Input
              autoComplete="off"
              spellCheck={false}
              value={typed}
              disabled={!canStart}
              onBlur={() => setLeft(true)}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        </CardBody>
        <CardFooter>
          <StartByHand
            assetName={intent.assetName}
            checks={preview.checks}
            action={(id) =>
              startSupplyByHandAction({
                ...{ intentId: id, intentHash, kind },
                ...{ assetUuid: intent.assetUuid, amountSats: intent.totalSats },
              })
            }
            goTo={(operationId) => routes.supplyOperation(intent.assetUuid, operationId)}
          />
          <Button
            type="submit"
            variant={kind === "burn" ? "danger" : "primary"}
            disabled={!isReady}
            loading={isBusy}
          >
            {words.start}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
