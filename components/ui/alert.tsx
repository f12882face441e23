import CircleCheck from "lucide-react/icons/circle-check";
import Clock from "lucide-react/icons/clock";
import Info from "lucide-react/icons/info";
import OctagonX from "lucide-react/icons/octagon-x";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import type { Tone } from "@/components/ui/badge";
import { cn } from "@/lib/cn";

const looks: Record<Tone, { icon: typeof Info; box: string; ink: string }> = {
  neutral: { icon: Info, box: "border-border-strong bg-sunken", ink: "text-muted-foreground" },
  info: {
    icon: Info,
    box: "border-info/30 bg-[color-mix(in_oklab,var(--info-soft)_60%,var(--card))]",
    ink: "text-info",
  },
  ok: {
    icon: CircleCheck,
    box: "border-ok/30 bg-[color-mix(in_oklab,var(--ok-soft)_60%,var(--card))]",
    ink: "text-ok",
  },
  waiting: {
    icon: Clock,
    box: "border-waiting/30 bg-[color-mix(in_oklab,var(--waiting-soft)_60%,var(--card))]",
    ink: "text-waiting",
  },
  blocked: {
    icon: TriangleAlert,
    box: "border-blocked/30 bg-[color-mix(in_oklab,var(--blocked-soft)_60%,var(--card))]",
    ink: "text-blocked",
  },
  danger: {
    icon: OctagonX,
    box: "border-danger/30 bg-[color-mix(in_oklab,var(--danger-soft)_60%,var(--card))]",
    ink: "text-danger",
  },
};

interface AlertProps {
  tone?: Tone;
  /** What happened. */
  title: ReactNode;
  /** More of what happened, or what to do. */
  children?: ReactNode;
  /** What is safe: money, data, what was already done. */
  safe?: ReactNode;
  /** What to do: a button or a link. */
  action?: ReactNode;
  /** The id that the audit log knows. */
  reference?: ReactNode;
  className?: string;
}

/** Says what happened, what is safe, and what to do. A problem is announced at once, the rest politely. */
export function Alert({ tone = "info", title, children, safe, action, reference, className }: AlertProps) {
  const { icon: Icon, box, ink } = looks[tone];
  const urgent = tone === "danger" || tone === "blocked";
  return (
    <div
      role={urgent ? "alert" : "status"}
      className={cn("flex items-start gap-2.5 rounded-lg border px-3.5 py-3 text-sm", box, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", ink)} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className={cn("font-semibold", ink)}>{title}</p>
        {children && <div className="text-foreground">{children}</div>}
        {safe && <p className="text-foreground">{safe}</p>}
        {(action || reference) && (
          <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-2">
            {action}
            {reference && <span className="text-muted-foreground text-xs">{reference}</span>}
          </div>
        )}
      </div>
    </div>
  );
}
