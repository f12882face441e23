/** Categories: who may hold what. */
export const categoriesText = {
  title: "Categories",
  nameTaken: "A category with this name exists already. Choose another name; nothing was saved.",
} as const;
