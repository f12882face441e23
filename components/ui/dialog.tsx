"use client";

import X from "lucide-react/icons/x";
import { type ComponentProps, type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { DialogEnvironment } from "@/components/ui/dialog-environment";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

export interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** Called once it is closed, by whatever means; the parent then takes it off the page. */
  onClose: () => void;
  /** While true neither Escape nor the cross closes it: something is on its way. */
  busy?: boolean;
  size?: "sm" | "md" | "lg";
  /** Something is done from here, so its head says where. */
  acts?: boolean;
  /** Buttons; `DialogClose` among them for Cancel. */
  footer?: ReactNode;
  children?: ReactNode;
}

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" };

/** What is typed and sent in a dialog is none of a form's in which it stands: React's events climb, out of a portal, too. */
const stay = (event: SyntheticEvent) => event.stopPropagation();

/**
 * The browser's own modal dialog: the page behind is inert, Escape closes, focus comes back, or to the page's beginning. It opens when it is put
 * on the page: `{isOpen && <Dialog …/>}`. Focus goes to `[data-autofocus]`, else to the first field, else to the box.
 */
export function Dialog({
  title,
  description,
  onClose,
  busy,
  size = "sm",
  acts,
  footer,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => open(dialog.current), []);
  const onClosed = () => {
    onClose();
    // What opened it is gone from the page by now.
    if (document.activeElement === document.body) document.getElementById("content")?.focus();
  };
  const onCancel = (event: SyntheticEvent) => {
    if (busy) event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={id}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={onCancel}
      onClose={onClosed}
      onInput={stay}
      onChange={stay}
      onSubmit={stay}
      className={cn(
        "desk-dialog surface-floating m-auto max-h-[min(46rem,92dvh)] w-[calc(100%-2rem)] flex-col overflow-hidden whitespace-normal p-0 text-start outline-none open:flex",
        widths[size],
      )}
    >
      <div className="flex items-start justify-between gap-4 ps-5 pe-3 pt-4 pb-1">
        <div className="grid justify-items-start gap-1">
          {acts && <DialogEnvironment />}
          <h2 id={id} className="font-semibold text-lg">
            {title}
          </h2>
          {description && (
            <p id={`${id}-description`} className="text-muted-foreground text-sm">
              {description}
            </p>
          )}
        </div>
        <DialogClose
          variant="ghost"
          size="icon-sm"
          disabled={busy}
          aria-label={uiText.close}
          icon={<X aria-hidden />}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-5 text-sm">{children}</div>
      {footer && (
        <footer className="flex flex-wrap justify-end gap-2 border-border border-t bg-sunken px-5 py-3">
          {footer}
        </footer>
      )}
    </dialog>
  );
}

/** A button that closes the dialog around it. */
export const DialogClose = (props: ComponentProps<typeof Button>) => (
  <Button {...props} onClick={(event) => event.currentTarget.closest("dialog")?.close()} />
);

const FIRST_FIELD = "[data-autofocus], :is(input, select, textarea):not([type=hidden], :disabled)";

function open(dialog: HTMLDialogElement | null) {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  (dialog.querySelector<HTMLElement>(FIRST_FIELD) ?? dialog).focus();
}
