import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

interface ProgressProps {
  label: ReactNode;
  done: number;
  total: number;
  /** In place of "3 of 12". */
  figure?: ReactNode;
  className?: string;
}

export function Progress({ label, done, total, figure, className }: ProgressProps) {
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0;
  return (
    <label className={cn("grid gap-1.5 text-sm", className)}>
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{label}</span>
        <span className="text-muted-foreground text-xs">
          {figure ?? uiText.progress(String(done), String(total))}
        </span>
      </span>
      <progress
        value={percent}
        max={100}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-muted [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-muted [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-primary [&::-webkit-progress-value]:transition-[inline-size] [&::-webkit-progress-value]:duration-500"
      />
    </label>
  );
}
