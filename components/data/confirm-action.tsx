"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import type { Result } from "@/lib/errors";
import { notify } from "@/lib/notify";
import { goToSignIn } from "./get-json";

const load = () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog);

interface ConfirmActionProps<T>
  extends Pick<
    React.ComponentProps<typeof Button>,
    "variant" | "size" | "icon" | "className" | "disabled" | "aria-label"
  > {
  /** The button's words; left out for an icon with an `aria-label`. */
  children?: ReactNode;
  title: string;
  consequence: ReactNode;
  confirmLabel: string;
  tone?: "danger" | "primary";
  typeToConfirm?: string;
  action: () => Promise<Result<T>>;
  /** Where one goes on with what was done; otherwise the page is read again. */
  goTo?: (data: T) => Route;
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
  action,
  done,
  goTo,
  ...button
}: ConfirmActionProps<T>) {
  const queries = useQueryClient();
  const router = useRouter();
  const onConfirm = async () => {
    const result = await action();
    if (result.ok) {
      notify({ tone: "ok", title: done });
      if (goTo) router.push(goTo(result.data));
      else router.refresh();
      void queries.invalidateQueries(); // the dialog closes now; the page follows
    } else if (result.error.code === "UNAUTHENTICATED") {
      goToSignIn();
    }
    return result;
  };
  const dialog = {
    title,
    consequence,
    confirmLabel,
    onConfirm,
    ...(tone ? { tone } : {}),
    ...(typeToConfirm ? { typeToConfirm } : {}),
  };
  return <DialogButton load={load} dialog={dialog} {...button} />;
}
