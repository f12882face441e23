"use client";

import { useEffect } from "react";
import { useLazy } from "@/components/ui/use-lazy";
import { listenForNotices } from "@/lib/notify";

const loadToaster = () => import("@/components/ui/toaster").then((loaded) => loaded.Toaster);

/** Stands once in the shell. The toasts themselves (sonner) are fetched with the first notice. */
export function ToastHost() {
  const [Toaster, request] = useLazy(loadToaster);
  useEffect(() => listenForNotices(request), [request]);
  return Toaster ? <Toaster /> : null;
}
