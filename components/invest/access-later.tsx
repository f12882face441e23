"use client";

import { late } from "@/components/ui/late";

/** What only a signed-in person sees: whoever has not connected yet does not load it. */
export const AccessLater = late(() => import("./access").then(({ Access }) => Access));
