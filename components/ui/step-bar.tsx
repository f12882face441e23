import type { Step } from "@/components/ui/stepper";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

/** The steps of a wizard in one line. Where it is too narrow for every title, the current one's stands alone. */
export function StepBar({
  steps,
  label,
}: {
  steps: readonly Pick<Step, "id" | "title" | "state">[];
  label: string;
}) {
  return (
    <ol aria-label={label} className="contain-inline-size flex gap-1.5">
      {steps.map((step, index) => {
        const isCurrent = step.state !== "done" && step.state !== "todo";
        return (
          <li
            key={step.id}
            aria-current={isCurrent ? "step" : undefined}
            className={cn("min-w-0 basis-0", isCurrent ? "grow-[2.5] md:grow" : "grow")}
          >
            <span
              aria-hidden
              className={cn(
                "block h-1 rounded-full",
                step.state === "todo" ? "bg-border-strong" : "bg-primary",
              )}
            />
            <span
              className={cn(
                "mt-1.5 flex items-baseline gap-1.5 text-xs",
                isCurrent ? "font-medium text-foreground" : "text-muted-foreground max-md:sr-only",
              )}
            >
              <span aria-hidden>{index + 1}</span>
              <span className="truncate">{step.title}</span>
              <span className="sr-only">{uiText.steps[step.state]}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
