import { uiText } from "@/lib/messages/ui";
import { Field } from "./field";
import { Input } from "./input";

interface TypedConfirmProps {
  /** What is to be typed. */
  word: string;
  value: string;
  onChange: (typed: string) => void;
}

/** A word typed by hand before what cannot be undone. */
export const TypedConfirm = ({ word, value, onChange }: TypedConfirmProps) => (
  <Field label={uiText.confirm.type(word)}>
    <Input
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </Field>
);
