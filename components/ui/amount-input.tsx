"use client";

import { type ComponentProps, useState } from "react";
import { Input } from "@/components/ui/input";
import { type AmountError, formatSats, parseAmountInput } from "@/lib/format/amounts";
import { uiText } from "@/lib/messages/ui";

interface AmountInputProps
  extends Omit<ComponentProps<typeof Input>, "value" | "onChange" | "trailing" | "type"> {
  precision: number;
  ticker?: string | null | undefined;
}

/**
 * Takes the displayed unit and shows the sats below it as they are typed. The form gets the text as it stands:
 * whoever receives it reads it with `parseAmountInput` again.
 */
export function AmountInput({ precision, ticker, defaultValue = "", ...props }: AmountInputProps) {
  const [text, setText] = useState(String(defaultValue));
  const [left, setLeft] = useState(false);
  const parsed = parseAmountInput(text, precision);
  const wrong =
    parsed.error && parsed.error !== "empty" && left ? amountErrorText(parsed.error, precision) : "";
  const noteId = props.id ? `${props.id}-sats` : undefined;
  return (
    <div className="grid gap-1">
      <Input
        inputMode="decimal"
        autoComplete="off"
        {...props}
        trailing={ticker}
        value={text}
        aria-invalid={props["aria-invalid"] || wrong !== "" || undefined}
        aria-describedby={[props["aria-describedby"], noteId].filter(Boolean).join(" ") || undefined}
        onBlur={() => setLeft(true)}
        onChange={(event) => setText(event.target.value)}
      />
      <output id={noteId} className={wrong ? "text-danger text-xs" : "text-muted-foreground text-xs"}>
        {wrong || (parsed.sats === undefined ? "\u00a0" : uiText.amountInSats(formatSats(parsed.sats)))}
      </output>
    </div>
  );
}

/** The sentence for what `parseAmountInput` found wrong. */
function amountErrorText(error: AmountError, precision: number): string {
  const text = uiText.amountErrors[error];
  return typeof text === "string" ? text : text(precision);
}
