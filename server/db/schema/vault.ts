import { boolean, integer, pgTable, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";

/** One AMP account in one environment. The token is encrypted with the workspace's id as additional data. */
export const workspaces = pgTable(
  "workspaces",
  {
    id: uuid("id").primaryKey(),
    environment: text("environment").notNull(),
    role: text("role").notNull(),
    accountName: text("account_name"),
    ampUserId: integer("amp_user_id"),
    tokenCipher: text("token_cipher").notNull(),
    /** Keyed hash of the token: finds the workspace of a pasted token without decrypting every row. */
    tokenFingerprint: text("token_fingerprint").notNull(),
    isTokenValid: boolean("is_token_valid").notNull().default(true),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("workspaces_account").on(table.environment, table.accountName),
    uniqueIndex("workspaces_token").on(table.environment, table.tokenFingerprint),
  ],
);

/** A node wallet is bound to the first workspace that uses it and to no other. */
export const nodeWallets = pgTable(
  "node_wallets",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    environment: text("environment").notNull(),
    /** Host, port and wallet path; never the credentials. */
    walletKey: text("wallet_key").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("node_wallets_key").on(table.walletKey),
    unique("node_wallets_workspace").on(table.workspaceId),
  ],
);
