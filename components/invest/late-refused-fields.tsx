"use client";

import { onceShown } from "@/components/ui/late";

/** Once the page stands: no form is answered before that. */
export const LateRefusedFields = onceShown(() =>
  import("./refused-fields").then((file) => file.RefusedFields),
);
