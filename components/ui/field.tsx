import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

export interface WiredProps {
  id?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}

interface FieldProps {
  label: ReactNode;
  /** What the value is for and how it is written; stands below the label, before the person types. */
  hint?: ReactNode;
  /** As `ErrorView.fields[name]` brings them. */
  error?: string | readonly string[] | undefined;
  required?: boolean;
  optional?: boolean;
  /** At the end of the label's line. */
  aside?: ReactNode;
  className?: string;
  children: ReactElement<WiredProps>;
}

/** A control with its label, hint and errors, tied together for those who hear the page. */
export function Field({ label, hint, error, required, optional, aside, className, children }: FieldProps) {
  const generated = useId();
  const id = children.props.id ?? generated;
  const errors = typeof error === "string" ? [error] : (error ?? []);
  const described = [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={cn("grid content-start gap-1", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <Label htmlFor={id} optional={optional}>
          {label}
        </Label>
        {aside && <span className="text-muted-foreground text-xs">{aside}</span>}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mb-0.5 text-muted-foreground text-xs">
          {hint}
        </p>
      )}
      {cloneElement(children, {
        id,
        required: required ?? children.props.required,
        "aria-describedby": described || undefined,
        "aria-invalid": errors.length > 0 || undefined,
      })}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}

export function Label({
  htmlFor,
  optional,
  children,
}: {
  htmlFor: string;
  optional?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <label htmlFor={htmlFor} className="font-medium text-sm">
      {children}
      {optional && (
        <span className="ms-1.5 font-normal text-muted-foreground text-xs">{uiText.optional}</span>
      )}
    </label>
  );
}

/** Empty it takes no room and stays among what is read aloud: what appears together with its region may go unheard. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  return (
    <div id={id} aria-live="polite" className="grid gap-0.5 text-danger text-xs empty:absolute">
      {errors.map((error) => (
        <p key={error}>{error}</p>
      ))}
    </div>
  );
}
