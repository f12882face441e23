import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

/** `current` is being done now, `waiting` needs time or somebody else, `blocked` needs this person, `todo` comes later. */
export type StepState = "done" | "current" | "waiting" | "blocked" | "todo";

export interface Step {
  id: string;
  title: ReactNode;
  state: StepState;
  /** What it waits for, who acts, what proves it. */
  description?: ReactNode;
  /** At the end of the line: a time, a figure. */
  aside?: ReactNode;
  action?: ReactNode;
}

const marks: Record<StepState, string> = {
  done: "border-ok bg-ok text-card",
  current: "border-primary bg-card text-link",
  waiting: "border-waiting bg-waiting-soft text-waiting",
  blocked: "border-blocked bg-blocked-soft text-blocked",
  todo: "border-border-strong bg-card text-muted-foreground",
};

const drawings: Record<StepState, ReactNode> = {
  done: <path d="m4.75 8.25 2.25 2.25 4.25-4.75" />,
  current: <circle cx="8" cy="8" r="2.5" fill="currentColor" stroke="none" className="animate-pulse" />,
  waiting: <path d="M8 4.75V8l2 1.5" />,
  blocked: <path d="M8 4.5v4M8 11.25v.1" />,
  todo: null,
};

export function StepMark({ state, className }: { state: StepState; className?: string }) {
  return (
    <span
      className={cn(
        "grid size-5 shrink-0 place-items-center rounded-full border-[1.5px]",
        marks[state],
        className,
      )}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-none stroke-[1.75] stroke-current">
        <g strokeLinecap="round" strokeLinejoin="round">
          {drawings[state]}
        </g>
      </svg>
      <span className="sr-only">{uiText.steps[state]}</span>
    </span>
  );
}

/** A checklist from top to bottom: where a thing stands and what comes next. */
export function Stepper({
  steps,
  label,
  className,
}: {
  steps: readonly Step[];
  label: string;
  className?: string;
}) {
  return (
    <ol aria-label={label} className={cn("text-sm", className)}>
      {steps.map((step) => (
        <li
          key={step.id}
          aria-current={step.state === "current" ? "step" : undefined}
          className="group/step relative flex gap-3 pb-4 last:pb-0"
        >
          <span
            aria-hidden
            className={cn(
              "absolute start-2.5 top-6 bottom-1 w-px -translate-x-1/2 group-last/step:hidden rtl:translate-x-1/2",
              step.state === "done" ? "bg-ok/50" : "bg-border-strong",
            )}
          />
          <StepMark state={step.state} />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className={cn(step.state === "todo" ? "text-muted-foreground" : "font-medium")}>
                {step.title}
              </p>
              {step.aside && <span className="text-muted-foreground text-xs">{step.aside}</span>}
            </div>
            {step.description && (
              <div className="mt-0.5 text-muted-foreground text-xs">{step.description}</div>
            )}
            {step.action && <div className="mt-2">{step.action}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
