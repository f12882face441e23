import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

/** What AMP told an account last of an asset: shown with its age while AMP is away. */
export const mirrorAssets = pgTable(
  "mirror_assets",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    assetUuid: text("asset_uuid").notNull(),
    /** JSON of `lib/json.ts`. */
    asset: text("asset").notNull(),
    toldAt: timestamp("told_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.assetUuid] })],
);

/** When AMP told a workspace all of its assets last: what of them is kept was so then, if not even later. */
export const mirrorAssetLists = pgTable("mirror_asset_lists", {
  workspaceId: uuid("workspace_id")
    .primaryKey()
    .references(() => workspaces.id),
  toldAt: timestamp("told_at", { withTimezone: true }).notNull(),
});
