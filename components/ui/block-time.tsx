"use client";

import { Tooltip } from "@/components/ui/tooltip";
import { useInBrowser } from "@/components/ui/use-in-browser";
import { cn } from "@/lib/cn";
import { formatBlockHeight, formatUtc, formatUtcMinute, formatZoned } from "@/lib/format/times";
import { uiText } from "@/lib/messages/ui";

interface BlockTimeProps {
  /** Null while the transaction is in no block. */
  at: Date | null;
  /** Left out for times that do not come from the chain. */
  height?: number | null | undefined;
  className?: string;
}

/** A time in the reader's zone, UTC on hover and focus, the block's height beside it. */
export function BlockTime({ at, height, className }: BlockTimeProps) {
  // The server does not know the reader's zone: it paints UTC.
  const inBrowser = useInBrowser(isBrowser, false);
  if (!at) return <span className={cn("text-muted-foreground", className)}>{uiText.mempool}</span>;
  return (
    <span className={cn("inline-flex items-baseline gap-2 whitespace-nowrap", className)}>
      <Tooltip content={formatUtc(at)}>
        <time dateTime={at.toISOString()}>{inBrowser ? formatZoned(at) : formatUtcMinute(at)}</time>
      </Tooltip>
      {height != null && (
        <span className="text-muted-foreground text-xs">
          <span className="sr-only">{uiText.block(formatBlockHeight(height))}</span>
          <span aria-hidden>{uiText.height(formatBlockHeight(height))}</span>
        </span>
      )}
    </span>
  );
}

const isBrowser = () => true;
