"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import type { Button } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { Result } from "@/lib/errors";
import { useConfirmed } from "./use-confirmed";

interface ConfirmActionProps<T>
  extends Pick<
    React.ComponentProps<typeof Button>,
    "variant" | "size" | "icon" | "className" | "disabled" | "hidden" | "aria-label" | "ref"
  > {
  /** The button's words; left out for an icon with an `aria-label`. */
  children?: ReactNode;
  title: string;
  consequence: ReactNode;
  confirmLabel: string;
  tone?: "danger" | "primary";
  typeToConfirm?: string;
  /** false: something stands in the way, and the consequence says what. */
  isReady?: boolean;
  action: () => Promise<Result<T>>;
  /** Where one goes on with what was done; otherwise the page is read again. */
  goTo?: (data: T) => Route;
  /** What the page is about is no more then. */
  isGone?: boolean;
  /** Said when it is done. */
  done: string;
}

/** A button whose deed is confirmed in words that name the consequence; afterwards everything is read again. */
export function ConfirmAction<T>({
  title,
  consequence,
  confirmLabel,
  tone,
  typeToConfirm,
  isReady = true,
  action,
  done,
  goTo,
  isGone,
  ...button
}: ConfirmActionProps<T>) {
  const onConfirm = useConfirmed(action, done, goTo, isGone);
  const dialog = {
    title,
    consequence,
    confirmLabel,
    onConfirm,
    isReady,
    ...(tone ? { tone } : {}),
    ...(typeToConfirm ? { typeToConfirm } : {}),
  };
  return <ConfirmButton dialog={dialog} {...button} />;
}
