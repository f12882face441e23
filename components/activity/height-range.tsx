import { Input } from "@/components/ui/input";
import { heightProblem, readHeight } from "@/lib/domain/activities";
import type { ListState } from "@/lib/list-state";
import { activityText } from "@/lib/messages/activity";

const { heights } = activityText;

/** Fields of the filter bar's form: the first and the last block, both included. */
export function HeightRange({ state: { query } }: { state: ListState }) {
  const { from, to } = query.filters;
  const isInverted = heightProblem(query.filters) === "from-above-to";
  return (
    <>
      <HeightField name="from" label={heights.from} value={from} isInvalid={readHeight(from) === null} />
      <HeightField
        name="to"
        label={heights.to}
        value={to}
        isInvalid={isInverted || readHeight(to) === null}
      />
    </>
  );
}

interface HeightFieldProps {
  name: string;
  label: string;
  value: string | undefined;
  isInvalid: boolean;
}

const HeightField = ({ name, label, value, isInvalid }: HeightFieldProps) => (
  <span className="w-28">
    <Input
      name={name}
      aria-label={label}
      placeholder={label}
      defaultValue={value ?? ""}
      inputMode="numeric"
      autoComplete="off"
      aria-invalid={isInvalid || undefined}
    />
  </span>
);
