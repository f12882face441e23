"use client";

import { type ComponentProps, type ComponentType, useState } from "react";
import { Button } from "@/components/ui/button";
import { useLazy } from "@/components/ui/use-lazy";

interface DialogButtonProps<Props> extends ComponentProps<typeof Button> {
  /** Fetches the dialog on hover, focus or click. Declared outside the component, so that it stays the same. */
  load: () => Promise<ComponentType<Props & { onClose: () => void }>>;
  /** What the dialog is opened with. */
  dialog: Props;
}

/** A button that opens a dialog which a page need not carry until then. */
export function DialogButton<Props>({ load, dialog, ...props }: DialogButtonProps<Props>) {
  const [Loaded, request] = useLazy(load);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    request();
    setOpen(true);
  };
  return (
    <>
      <Button
        {...props}
        aria-haspopup="dialog"
        loading={isOpen && !Loaded}
        onPointerEnter={request}
        onFocus={request}
        onClick={open}
      />
      {isOpen && Loaded && <Loaded {...dialog} onClose={() => setOpen(false)} />}
    </>
  );
}
