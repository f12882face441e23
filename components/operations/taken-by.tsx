import { BlockTime } from "@/components/ui/block-time";
import type { OperationView } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";

const { download: text } = byHandText;

/** Who has AMP's order, and since when. */
export function TakenBy({ operation: { facts } }: { operation: Pick<OperationView, "facts"> }) {
  const { taken = [] } = facts.byHand ?? facts.returned ?? {};
  if (taken.length === 0) return <span className="block text-muted-foreground text-sm">{text.nobody}</span>;
  return (
    <span className="grid gap-1 text-sm">
      <span className="text-muted-foreground">{text.takenBy}</span>
      {taken.map(({ by, at }) => (
        <span key={`${by} ${at.getTime()}`} className="flex flex-wrap gap-2">
          {by}
          <BlockTime at={at} />
        </span>
      ))}
    </span>
  );
}
