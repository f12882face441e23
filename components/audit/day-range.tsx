import { Input } from "@/components/ui/input";
import type { ListState } from "@/lib/list-state";
import { auditText } from "@/lib/messages/audit";

const { days } = auditText;

/** Two fields of a filter bar's form: days in UTC, both included. */
export function DayRange({ state }: { state: ListState }) {
  const { from, to } = state.query.filters;
  return (
    <fieldset className="grid min-w-0 grid-cols-2 items-center gap-1 max-sm:w-full">
      <legend className="sr-only">{days.label}</legend>
      <Input
        type="date"
        name="from"
        aria-label={days.from}
        title={days.from}
        defaultValue={from ?? ""}
        max={to}
        className="min-w-0 sm:w-36"
      />
      <Input
        type="date"
        name="to"
        aria-label={days.to}
        title={days.to}
        defaultValue={to ?? ""}
        min={from}
        className="min-w-0 sm:w-36"
      />
    </fieldset>
  );
}
