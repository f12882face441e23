"use client";

import Copy from "lucide-react/icons/copy";
import { Button } from "@/components/ui/button";
import { copyText } from "@/lib/copy-text";
import { lostOutputsText } from "@/lib/messages/lost-outputs";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";

const { report: text } = lostOutputsText;

export function CopyReport({ report }: { report: string }) {
  const copy = async () =>
    notify(
      (await copyText(report))
        ? { tone: "ok", title: text.copied }
        : { tone: "danger", title: uiText.copyFailed },
    );
  return (
    <Button size="sm" icon={<Copy aria-hidden />} onClick={copy}>
      {text.copy}
    </Button>
  );
}
