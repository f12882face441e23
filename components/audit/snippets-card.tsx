"use client";

import { useId, useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { ScrollArea } from "@/components/ui/scroll-area";
import { Select } from "@/components/ui/select";
import { callsText } from "@/lib/messages/calls";
import { uiText } from "@/lib/messages/ui";
import type { SnippetLanguage } from "@/lib/snippets";

const { snippets: text } = callsText;

interface SnippetsCardProps {
  snippets: readonly { language: SnippetLanguage; code: string }[];
}

/** One call in the language that the reader chooses. */
export function SnippetsCard({ snippets }: SnippetsCardProps) {
  const [chosen, choose] = useState<string>(snippets[0]?.language ?? "");
  const titleId = useId();
  const code = snippets.find(({ language }) => language === chosen)?.code ?? "";
  return (
    <Card aria-labelledby={titleId} className="mt-5">
      <CardHeader
        id={titleId}
        title={text.title}
        description={text.description}
        actions={
          <>
            <Select
              aria-label={text.language}
              value={chosen}
              onChange={(event) => choose(event.target.value)}
              options={snippets.map(({ language }) => ({ value: language, label: text.languages[language] }))}
              className="w-32"
            />
            <CopyButton value={code} label={uiText.copy(text.copy)} />
          </>
        }
      />
      <CardBody>
        <ScrollArea label={text.title} className="focus-inset overflow-x-auto rounded-md bg-sunken p-3">
          <pre className="text-xs">{code}</pre>
        </ScrollArea>
      </CardBody>
    </Card>
  );
}
