"use client";

import { useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { copyText } from "@/lib/copy-text";
import { shortenMiddle } from "@/lib/format/ids";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";

interface CopyIdProps {
  value: string;
  /** What is copied, for those who hear it: "asset id". */
  label: string;
  /** Characters kept at each end; `full` shows all of it, over several lines where it must. */
  ends?: number;
  full?: boolean;
  className?: string;
}

const SHOWN_MS = 1_600;

/** An id shortened in the middle. One click copies the whole of it and says so. */
export function CopyId({ value, label, ends, full, className }: CopyIdProps) {
  const [said, setSaid] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    clearTimeout(timer.current);
    if (!(await copyText(value))) return notify({ tone: "danger", title: uiText.copyFailed });
    setSaid(uiText.copied);
    timer.current = setTimeout(() => setSaid(""), SHOWN_MS);
  };
  return (
    <span className={cn("inline-flex max-w-full items-center", className)}>
      <button
        type="button"
        onClick={copy}
        title={value}
        aria-label={`${uiText.copy(label)} ${value}`}
        className={cn(
          "group/copy -mx-1 inline-flex min-h-6 min-w-0 items-center gap-1 rounded-sm px-1 text-start hover:bg-accent",
          full && "items-start",
        )}
      >
        <code className={full ? "break-all" : "whitespace-nowrap"}>
          {full ? value : shortenMiddle(value, ends)}
        </code>
        {/* A list has a hundred of them: one element each, drawn by the style sheet. */}
        <span
          aria-hidden
          className={cn(
            "size-3 shrink-0 transition-opacity",
            full && "mt-1",
            said
              ? "icon-copied text-ok"
              : "icon-copy text-muted-foreground opacity-45 group-hover/copy:opacity-100 group-focus-visible/copy:opacity-100",
          )}
        />
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </span>
  );
}
