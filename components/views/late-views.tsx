"use client";

import { useEffect } from "react";
import { useLazy } from "@/components/ui/use-lazy";
import type { ListState } from "@/lib/list-state";

const load = () => import("./views-button").then((module) => module.ViewsButton);

/** The button for views once the page stands: no list is shown later for it. */
export function LateViews({ state }: { state: ListState }) {
  const [ViewsButton, request] = useLazy(load);
  useEffect(request, [request]);
  return ViewsButton ? <ViewsButton state={state} /> : <span className="h-8 w-20" />;
}
