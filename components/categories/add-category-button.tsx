"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { usePressedAtOnce } from "@/components/ui/use-pressed-at-once";
import { categoriesText } from "@/lib/messages/categories";
import { ADD } from "@/lib/routes";

const load = () => import("./add-category-dialog").then((module) => module.AddCategoryDialog);

interface AddCategoryButtonProps {
  intentId: string;
  /** There is another one on the page, which the command presses. */
  isSecond?: boolean;
}

/** Whoever came to the page by this command need not press it. */
export function AddCategoryButton({ intentId, isSecond = false }: AddCategoryButtonProps) {
  const button = usePressedAtOnce(isSecond ? null : ADD);
  return (
    <DialogButton ref={button} load={load} dialog={{ intentId }} variant="primary">
      {categoriesText.add}
    </DialogButton>
  );
}
