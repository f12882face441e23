import { index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

/** Who acts in a workspace. Today one person per AMP login; several can share a workspace later. */
export const people = pgTable(
  "people",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    name: text("name").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [unique("people_name").on(table.workspaceId, table.name)],
);

/** A signed-in person. The cookie holds the secret, the table only its hash. */
export const sessions = pgTable(
  "sessions",
  {
    secretHash: text("secret_hash").primaryKey(),
    /** By which people name it to end it. */
    id: uuid("id").notNull().defaultRandom().unique("sessions_id"),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    /** "Firefox on Linux", where it was opened. */
    device: text("device"),
    /** Null where no trusted proxy tells it. */
    remoteAddress: text("remote_address"),
    /** The manager as whom an issuer looks at the desk. */
    previewManagerId: integer("preview_manager_id"),
    previewUsername: text("preview_username"),
  },
  (table) => [index("sessions_workspace").on(table.workspaceId)],
);
