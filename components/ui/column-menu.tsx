"use client";

import Columns3 from "lucide-react/icons/columns-3";
import { type ToggleEvent, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { placeBeside } from "@/components/ui/floating";
import { uiText } from "@/lib/messages/ui";

interface ColumnMenuProps<C extends string> {
  /** Every column by its name, in the list's order. */
  labels: readonly (readonly [column: C, label: string])[];
  shown: readonly string[];
  onChange: (shown: C[]) => void;
  /** Back to the usual columns. */
  onReset: () => void;
}

/** Chooses which columns a list shows; one always stays. */
export function ColumnMenu<C extends string>({ labels, shown, onChange, onReset }: ColumnMenuProps<C>) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const onToggle = (event: ToggleEvent) => {
    if (event.newState !== "open" || !button.current || !panel.current) return;
    placeBeside(button.current, panel.current, "end");
    panel.current.querySelector("input")?.focus();
  };
  const chosen = labels.flatMap(([column]) => (shown.includes(column) ? [column] : []));
  const change = (column: C, isShown: boolean) =>
    onChange(labels.flatMap(([name]) => ((name === column ? isShown : chosen.includes(name)) ? [name] : [])));
  return (
    <>
      <Button ref={button} size="sm" popoverTarget={id} icon={<Columns3 aria-hidden />}>
        {uiText.columns.button}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        onToggle={onToggle}
        className="surface-floating max-h-[80dvh] min-w-52 overflow-y-auto p-3"
      >
        <fieldset className="grid gap-1.5">
          <legend className="mb-2 font-medium text-sm">{uiText.columns.legend}</legend>
          {labels.map(([column, label]) => (
            <Checkbox
              key={column}
              label={label}
              checked={chosen.includes(column)}
              disabled={chosen.length === 1 && chosen[0] === column}
              onChange={(event) => change(column, event.target.checked)}
            />
          ))}
        </fieldset>
        <Button size="sm" variant="ghost" className="mt-2 -ms-2.5" onClick={onReset}>
          {uiText.columns.reset}
        </Button>
      </div>
    </>
  );
}
