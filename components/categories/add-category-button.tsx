"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { usePressedAtOnce } from "@/components/ui/use-pressed-at-once";
import { categoriesText } from "@/lib/messages/categories";
import { ADD } from "@/lib/routes";

const load = () => import("./add-category-dialog").then((module) => module.AddCategoryDialog);

/** Whoever came to the page by this command need not press it. */
export function AddCategoryButton({ intentId }: { intentId: string }) {
  const button = usePressedAtOnce(ADD);
  return (
    <DialogButton ref={button} load={load} dialog={{ intentId }} variant="primary">
      {categoriesText.add}
    </DialogButton>
  );
}
