"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { categoryImpactText } from "@/lib/messages/category-impact";
import type { DeleteCategoryProps } from "./delete-category-dialog";
import type { EditCategoryProps } from "./edit-category-dialog";

const loadEdit = () => import("./edit-category-dialog").then((module) => module.EditCategoryDialog);
const loadDelete = () => import("./delete-category-dialog").then((module) => module.DeleteCategoryDialog);

export function CategoryActions({
  category,
}: {
  category: EditCategoryProps["category"] & DeleteCategoryProps["category"];
}) {
  const { id, name, description, memberCount } = category;
  return (
    <>
      <DialogButton load={loadEdit} dialog={{ category: { id, name, description } }}>
        {categoryImpactText.edit.open}
      </DialogButton>
      <DialogButton load={loadDelete} dialog={{ category: { id, name, memberCount } }}>
        {categoryImpactText.deletion.open}
      </DialogButton>
    </>
  );
}
