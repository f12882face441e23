import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import type { ApprovalStep, RequestNames } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";

const { approval: text, alert } = requestsText;

/** What AMP was asked for, and what it answered to. */
export function StepsCard({ steps, names }: { steps: ApprovalStep[]; names: RequestNames }) {
  const nameOf = (id: number) =>
    names.categories.find((category) => category.id === id)?.name ?? alert.category(id);
  return (
    <Card>
      <CardHeader title={text.journal} />
      <ol className="divide-y divide-border">
        {steps.map((step) => (
          <li
            key={`${step.name} ${step.categoryId} ${step.phase} ${step.at.getTime()}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 text-sm"
          >
            <Status tone={step.phase === "done" ? "ok" : "waiting"} wraps>
              {step.categoryId === undefined ? text.steps[step.name] : text.category(nameOf(step.categoryId))}
            </Status>
            <span className="flex items-baseline gap-2 text-muted-foreground text-xs">
              {step.phase === "done" ? text.stepDone : text.begun}
              <BlockTime at={step.at} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
