"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { direction } from "@/lib/messages/locale";
import { toastsText } from "@/lib/messages/toasts";
import { connectToaster, type Notice } from "@/lib/notify";

const icons = {
  ok: <CircleCheck aria-hidden className="size-4 text-ok" />,
  info: <Info aria-hidden className="size-4 text-info" />,
  danger: <CircleAlert aria-hidden className="size-4 text-danger" />,
};

const classNames = {
  toast:
    "surface-floating flex w-(--width) items-start gap-2.5 px-3.5 py-3 text-sm [&>[data-icon]]:mt-0.5 [&>[data-content]]:flex-1",
  closeButton:
    "order-last grid size-6 shrink-0 place-items-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground [&>svg]:size-3.5",
  title: "font-semibold",
  description: "text-muted-foreground",
  actionButton: "self-center font-medium text-link underline-offset-2 hover:underline",
};

export function Toaster() {
  useEffect(() => connectToaster(show), []);
  return (
    <Sonner
      position={direction === "rtl" ? "bottom-left" : "bottom-right"}
      gap={8}
      offset={16}
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={toastsText.list}
      toastOptions={{ unstyled: true, classNames, closeButtonAriaLabel: toastsText.close }}
    />
  );
}

function show({ tone, title, description, action }: Notice) {
  toast(title, {
    description,
    icon: icons[tone],
    duration: tone === "danger" ? Number.POSITIVE_INFINITY : 6_000,
    closeButton: tone === "danger",
    action: action && { label: action.label, onClick: () => window.location.assign(action.href) },
  });
}
