import { Input } from "@/components/ui/input";
import { heightProblem, readHeight } from "@/lib/domain/activities";
import type { ListState } from "@/lib/list-state";
import { activityText } from "@/lib/messages/activity";
import { commonText } from "@/lib/messages/common";

const { heights } = activityText;

/** Fields of the filter bar's form: the first and the last block, both included. */
export function HeightRange({ state: { query } }: { state: ListState }) {
  const { from, to } = query.filters;
  const isInverted = heightProblem(query.filters) === "from-above-to";
  return (
    <span className="flex items-center gap-2 text-muted-foreground text-xs">
      <span aria-hidden>{heights.label}</span>
      <HeightField
        name="from"
        label={heights.from}
        placeholder={heights.first}
        value={from}
        isInvalid={readHeight(from) === null}
      />
      <span aria-hidden>{commonText.none}</span>
      <HeightField
        name="to"
        label={heights.to}
        placeholder={heights.last}
        value={to}
        isInvalid={isInverted || readHeight(to) === null}
      />
    </span>
  );
}

interface HeightFieldProps {
  name: string;
  label: string;
  placeholder: string;
  value: string | undefined;
  isInvalid: boolean;
}

const HeightField = ({ name, label, placeholder, value, isInvalid }: HeightFieldProps) => (
  <span className="w-24">
    <Input
      name={name}
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value ?? ""}
      inputMode="numeric"
      autoComplete="off"
      aria-invalid={isInvalid || undefined}
    />
  </span>
);
