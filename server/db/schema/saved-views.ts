import { pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Lists as somebody wants to see them again: the person's own, by name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    personName: text("person_name").notNull(),
    /** The list's page, without its query. */
    path: text("path").notNull(),
    name: text("name").notNull(),
    /** The path with its query, as `lib/saved-views.ts` writes it. */
    href: text("href").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [unique("saved_views_name").on(table.workspaceId, table.personName, table.path, table.name)],
);
