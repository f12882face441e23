"use client";

import Copy from "lucide-react/icons/copy";
import { Button } from "@/components/ui/button";
import { copyText } from "@/lib/copy-text";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";

interface CopyButtonProps {
  value: string;
  /** The whole button's: "Copy the report". */
  label: string;
  /** Said when it is done. */
  done?: string;
}

/** Copies a text that is too long to be a button itself. */
export function CopyButton({ value, label, done = uiText.copied }: CopyButtonProps) {
  const copy = async () => {
    const isCopied = await copyText(value);
    notify(isCopied ? { tone: "ok", title: done } : { tone: "danger", title: uiText.copyFailed });
  };
  return (
    <Button size="sm" icon={<Copy aria-hidden />} onClick={copy}>
      {label}
    </Button>
  );
}
