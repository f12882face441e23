"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { categoriesText } from "@/lib/messages/categories";

const load = () => import("./add-category-dialog").then((module) => module.AddCategoryDialog);

export function AddCategoryButton({ intentId }: { intentId: string }) {
  return (
    <DialogButton load={load} dialog={{ intentId }} variant="primary">
      {categoriesText.add}
    </DialogButton>
  );
}
