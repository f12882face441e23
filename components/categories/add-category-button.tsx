"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { usePressedAtOnce } from "@/components/ui/use-pressed-at-once";
import { categoriesText } from "@/lib/messages/categories";

const load = () => import("./add-category-dialog").then((module) => module.AddCategoryDialog);

interface AddCategoryButtonProps {
  intentId: string;
  /** Whoever came to the page by this command need not press it. */
  isPressed?: boolean;
}

export function AddCategoryButton({ intentId, isPressed = false }: AddCategoryButtonProps) {
  const button = usePressedAtOnce(isPressed);
  return (
    <DialogButton ref={button} load={load} dialog={{ intentId }} variant="primary">
      {categoriesText.add}
    </DialogButton>
  );
}
