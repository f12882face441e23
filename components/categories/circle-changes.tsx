import { Alert } from "@/components/ui/alert";
import type { CircleChange } from "@/lib/domain/eligibility";
import { categoryImpactText as text } from "@/lib/messages/category-impact";

type Change = CircleChange & { stillMissing?: number };

interface CircleChangesProps {
  changes: readonly Change[];
  /** Users put aside who would be in a category again. */
  archived?: number;
}

/** What a change does, asset by asset. */
export function CircleChanges({ changes, archived = 0 }: CircleChangesProps) {
  return (
    <>
      {archived > 0 && <Alert tone="waiting" title={text.archived(archived)} />}
      {changes.length === 0 ? (
        <p className="text-muted-foreground">{text.nobody}</p>
      ) : (
        <Circles changes={changes} />
      )}
    </>
  );
}

function Circles({ changes }: { changes: readonly Change[] }) {
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
