"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "@/components/data/get-json";
import { ReadFailure } from "@/components/data/read-failure";
import { Button, buttonVariants } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { Textarea } from "@/components/ui/textarea";
import { useInBrowser } from "@/components/ui/use-in-browser";
import { copyText } from "@/lib/copy-text";
import { type AskingManager, mailOf, pathToGrant, type Wanted } from "@/lib/domain/ask-issuer";
import { askIssuerText as text } from "@/lib/messages/ask-issuer";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";

const PATH = "/api/access";
const readOrigin = () => window.location.origin;

interface AskIssuerDialogProps {
  wanted: Wanted;
  onClose: () => void;
}

/** A message that names who asks, what for, and the page on which the issuer does it. */
export function AskIssuerDialog({ wanted, onClose }: AskIssuerDialogProps) {
  const { data, error, refetch } = useQuery<AskingManager>({
    queryKey: [PATH],
    queryFn: () => getJson<AskingManager>(PATH),
  });
  const origin = useInBrowser(readOrigin, "");
  const [choice, setChoice] = useState(wanted.kind === "asset" ? wanted.asset : "");
  const [typed, setTyped] = useState<string | null>(null);
  const asking = data && {
    manager: data,
    wanted,
    ...namedBy(wanted, choice, `${origin}${pathToGrant(data.id, wanted, choice.trim())}`),
  };
  const message = asking && { subject: text.subject(asking), text: typed ?? text.text(asking) };
  const copy = async () => {
    const isCopied = message && (await copyText(message.text));
    notify(isCopied ? { tone: "ok", title: text.copied } : { tone: "danger", title: uiText.copyFailed });
  };
  const choose = (value: string) => {
    setChoice(value);
    // What was typed was about something else.
    setTyped(null);
  };
  return (
    <Dialog
      title={text.title}
      description={text.lead}
      onClose={onClose}
      size="md"
      footer={
        message && (
          <>
            <Button onClick={copy}>{text.copy}</Button>
            <a href={mailOf(message)} className={buttonVariants({ variant: "primary" })}>
              {text.mail}
            </a>
          </>
        )
      }
    >
      <div className="grid gap-4">
        <Choice wanted={wanted} choice={choice} choose={choose} />
        {message && (
          <Field label={text.message}>
            <Textarea value={message.text} onChange={(event) => setTyped(event.target.value)} rows={6} />
          </Field>
        )}
        {error && <ReadFailure error={error} onRetry={refetch} />}
        {!message && !error && <Spinner />}
      </div>
    </Dialog>
  );
}

/** In words: a category by its name. */
function namedBy(wanted: Wanted, choice: string, link: string) {
  const category = wanted.kind === "category" && wanted.categories.find(({ id }) => String(id) === choice);
  return { choice: category ? category.name : choice.trim(), link };
}

interface ChoiceProps {
  wanted: Wanted;
  choice: string;
  choose: (choice: string) => void;
}

function Choice({ wanted, choice, choose }: ChoiceProps) {
  if (wanted.kind === "archive") return null;
  if (wanted.kind === "asset")
    return (
      <Field label={text.asset} hint={text.assetHint} optional>
        <Input value={choice} onChange={(event) => choose(event.target.value)} autoComplete="off" />
      </Field>
    );
  return (
    <Field label={text.category}>
      <Select
        value={choice}
        onChange={(event) => choose(event.target.value)}
        placeholder={text.anyCategory}
        options={wanted.categories.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </Field>
  );
}
