import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

/** What AMP told an issuer last of an asset: shown with its age while AMP is away. */
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
