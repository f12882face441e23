"use client";

import { onceShown } from "@/components/ui/late";

/** The button for views once the page stands: no list is shown later for it. */
export const LateViews = onceShown(
  () => import("./views-button").then((module) => module.ViewsButton),
  <span className="h-8 w-20" />,
);
