"use client";

import Copy from "lucide-react/icons/copy";
import { Button } from "@/components/ui/button";
import { copyText } from "@/lib/copy-text";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";

/** Copies a text that is too long to be a button itself. @param label what is copied: "code" */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const copy = async () => {
    const isCopied = await copyText(value);
    notify(isCopied ? { tone: "ok", title: uiText.copied } : { tone: "danger", title: uiText.copyFailed });
  };
  return (
    <Button size="sm" icon={<Copy aria-hidden />} onClick={copy}>
      {uiText.copy(label)}
    </Button>
  );
}
