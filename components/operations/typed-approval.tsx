"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ErrorView } from "@/lib/errors";
import { operationsText } from "@/lib/messages/operations";
import { randomId } from "@/lib/random-id";
import { ApprovalRefusal } from "./approval-refusal";

interface TypedApprovalProps {
  title: string;
  consequence: string;
  intentHash: string;
  canStart: boolean;
  isBusy: boolean;
  error: ErrorView | null;
  /** What is to be typed, and whether it was. */
  typing: { label: string; expected: string; isTyped: (typed: string) => boolean };
  start: string;
  isDanger: boolean;
  /** Another way to go on, beside the button. */
  beside?: ReactNode;
  /** Called with the id of this approval: a repeat of it is met by the server. */
  onStart: (intentId: string) => void;
}

/** The last step before money moves: the fingerprint, what it means, and words to be typed. */
export function TypedApproval({
  intentHash,
  canStart,
  isBusy,
  typing,
  onStart,
  ...words
}: TypedApprovalProps) {
  const formId = useId();
  const [intentId] = useState(randomId);
  const [typed, setTyped] = useState("");
  const [hasLeft, setLeft] = useState(false);
  const isReady = canStart && typing.isTyped(typed);
  const isWrong = hasLeft && typed !== "" && !typing.isTyped(typed);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReady && !isBusy) onStart(intentId);
  };
  const { approval } = operationsText;
  return (
    <Card>
      <form method="dialog" id={formId} onSubmit={send} noValidate>
        <CardHeader title={words.title} />
        <CardBody className="grid gap-3 text-sm">
          <ApprovalRefusal error={words.error} />
          <p>{words.consequence}</p>
          <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
            {approval.hash}
            <CopyId value={intentHash} label={approval.hash} ends={8} />
          </p>
          <Field label={typing.label} error={isWrong ? approval.mismatch(typing.expected) : undefined}>
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
      </form>
      {/* Outside the form: what is confirmed in a dialog beside the button must not send it. */}
      <CardFooter>
        {words.beside}
        <Button
          type="submit"
          form={formId}
          variant={words.isDanger ? "danger" : "primary"}
          disabled={!isReady}
          loading={isBusy}
        >
          {words.start}
        </Button>
      </CardFooter>
    </Card>
  );
}
