import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldErrors } from "@/components/ui/field";
import type { SelectOption } from "@/components/ui/select";

interface CheckListProps {
  name: string;
  legend: string;
  hint?: string;
  /** What stands here when there is nothing to tick. */
  none: string;
  error: readonly string[] | undefined;
  chosen: string[];
  options: SelectOption[];
}

/** Several of several; the form reads them all under one name. */
export function CheckList({ name, legend, hint, none, error, chosen, options }: CheckListProps) {
  const id = useId();
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint && <p className="text-muted-foreground text-xs">{hint}</p>}
      {options.length === 0 && <p className="text-muted-foreground text-sm">{none}</p>}
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          name={name}
          value={value}
          label={label}
          aria-invalid={error ? true : undefined}
          defaultChecked={chosen.includes(value)}
        />
      ))}
      <FieldErrors id={`${id}-error`} errors={error ?? []} />
    </fieldset>
  );
}
