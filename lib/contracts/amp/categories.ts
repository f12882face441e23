import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { withAliases } from "./aliases";

export const Category = withAliases(
  wire({
    id: z.int(),
    name: z.string(),
    description: z.string().nullable(),
    registeredUsers: z.array(z.int()),
    assets: z.array(z.uuid()),
  }),
  { registered_users: ["investors"] },
);
export type Category = z.output<typeof Category>;

const categoryName = z.string().trim().min(1, "This field may not be blank.").max(255);

export const CategoryAdd = wire({ name: categoryName, description: z.string().nullish() });
export type CategoryAdd = z.output<typeof CategoryAdd>;

export const CategoryEdit = wire({ name: categoryName.optional(), description: z.string().nullish() });
export type CategoryEdit = z.output<typeof CategoryEdit>;
