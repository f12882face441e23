import { Alert } from "@/components/ui/alert";
import { Figure } from "@/components/ui/figure";
import type { RequirementImpact } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { locale } from "@/lib/messages/locale";

const { requirement: text } = categoriesText;

export function ImpactFigures({ impact }: { impact: RequirementImpact }) {
  const losses = [
    impact.holdersLosing > 0 && text.holdersLose(impact.holdersLosing),
    impact.assignmentsWaiting > 0 && text.assignmentsWait(impact.assignmentsWaiting),
  ].filter((loss) => loss !== false);
  const note = text.ofAll(impact.users);
  return (
    <div className="grid gap-3">
      {/* Before and after belong side by side, however narrow the dialog. */}
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border">
        <Figure label={text.before} value={impact.eligibleBefore.toLocaleString(locale)} note={note} />
        <Figure label={text.after} value={impact.eligibleAfter.toLocaleString(locale)} note={note} />
      </dl>
      {impact.eligibleAfter === 0 && <Alert tone="blocked" title={text.nobody} />}
      {losses.length > 0 && (
        <Alert tone="waiting" title={text.affected}>
          {losses.map((loss) => (
            <p key={loss}>{loss}</p>
          ))}
        </Alert>
      )}
    </div>
  );
}
