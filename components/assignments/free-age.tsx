import type { Freshness } from "@/lib/contracts/list";
import { formatUtc, formatUtcClock } from "@/lib/format/times";
import { uiText } from "@/lib/messages/ui";

/** Beside what is free, which comes out of other copies than the list next to it. Made by the server: it is no button. */
export function FreeAge({ freshness: { asOf, source } }: { freshness: Freshness }) {
  return (
    <time
      dateTime={asOf.toISOString()}
      title={uiText.freshnessSources[source]}
      className="w-full text-end text-muted-foreground text-xs"
    >
      {uiText.freshness(source === "mirror" ? formatUtc(asOf) : formatUtcClock(asOf))}
    </time>
  );
}
