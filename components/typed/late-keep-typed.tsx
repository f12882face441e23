"use client";

import { onceShown } from "@/components/ui/late";

const Nothing = () => null;

/** Once the page stands: nobody's session ends before that, and no page is read later for it. */
export const LateKeepTyped = onceShown(() =>
  import("./keep-typed").then(
    (module) => module.KeepTyped,
    () => Nothing,
  ),
);
