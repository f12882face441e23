import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

/** The last look at the file by which the domain of an asset vouches for it, so that not every page asks somebody's web site. */
export const proofChecks = pgTable(
  "proof_checks",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    assetUuid: uuid("asset_uuid").notNull(),
    checkedAt: timestamp("checked_at", { withTimezone: true }).notNull(),
    /** A `ProofCheck`; JSON of `lib/json.ts`. */
    found: text("found").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.assetUuid] })],
);
