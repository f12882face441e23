"use client";

import { type ReactNode, Suspense, useState } from "react";

/** Keeps the form in which a page came first: one that changed it when it is read again would lose what was typed in it. */
export function PromptShape({ outline, children }: { outline?: ReactNode; children: ReactNode }) {
  const [isOutlined] = useState(outline !== undefined);
  return isOutlined ? <Suspense fallback={outline}>{children}</Suspense> : children;
}
