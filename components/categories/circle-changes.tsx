import type { CircleChange } from "@/lib/domain/eligibility";
import { categoryImpactText as text } from "@/lib/messages/category-impact";

type Change = CircleChange & { stillMissing?: number };

/** What a change does, asset by asset. */
export function CircleChanges({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="text-muted-foreground">{text.nobody}</p>;
  return (
    <ul className="grid gap-3">
      {changes.map((change) => (
        <li key={change.assetUuid} className="min-w-0">
          <p className="font-medium">{change.name}</p>
          <CircleLines change={change} />
        </li>
      ))}
    </ul>
  );
}

export function CircleLines({ change }: { change: Change }) {
  const lines = linesOf(change);
  return (
    <ul className="grid gap-0.5 text-muted-foreground">
      {(lines.length > 0 ? lines : [text.unchanged]).map((line) => (
        <li key={line} className="break-words">
          {line}
        </li>
      ))}
    </ul>
  );
}

function linesOf(change: Change): string[] {
  const { gaining, losing, holdersLosing, assignmentsWaiting, assignmentsFreed } = change;
  const { inDistribution, stillMissing = 0 } = change;
  return [
    change.isOpen && text.open,
    gaining.count > 0 && text.gaining(gaining),
    losing.count > 0 && text.losing(losing),
    holdersLosing > 0 && text.holders(holdersLosing),
    assignmentsWaiting > 0 && text.waiting(assignmentsWaiting),
    inDistribution > 0 && text.inDistribution(inDistribution),
    assignmentsFreed > 0 && text.freed(assignmentsFreed),
    stillMissing > 0 && text.stillMissing(stillMissing),
  ].filter((line) => line !== false);
}
