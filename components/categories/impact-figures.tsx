import { Alert } from "@/components/ui/alert";
import { Figure } from "@/components/ui/figure";
import type { RequirementImpact } from "@/lib/domain/eligibility";
import { groupDigits } from "@/lib/format/amounts";
import { categoriesText } from "@/lib/messages/categories";
import { CircleLines } from "./circle-changes";

const { requirement: text } = categoriesText;

export function ImpactFigures({ impact }: { impact: RequirementImpact }) {
  const note = text.ofAll(impact.users);
  return (
    <div className="grid gap-3">
      {/* Before and after belong side by side, however narrow the dialog. */}
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border">
        <Figure label={text.before} value={groupDigits(String(impact.eligibleBefore))} note={note} />
        <Figure label={text.after} value={groupDigits(String(impact.eligibleAfter))} note={note} />
      </dl>
      {impact.eligibleAfter === 0 && <Alert tone="blocked" title={text.nobody} />}
      <CircleLines change={impact} />
    </div>
  );
}
