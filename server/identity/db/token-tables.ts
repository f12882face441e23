import { index, integer, serial, text, uuid, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

/** Refresh tokens that work. `created_at` is the login's time, also after a rotation: it never gets younger. */
export const refreshTokens = identitySchema.table(
  "refresh_token",
  {
    id: serial("id").primaryKey(),
    /** SHA-256 of the token, hexadecimal. */
    token: varchar("token", { length: 128 }).notNull().unique(),
    userAddress: varchar("user_address").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("idx_refresh_token_user_address").on(table.userAddress)],
);

/** One login, on one device. */
export const tokenFamilies = identitySchema.table(
  "refresh_token_family",
  {
    uuid: uuid("uuid").primaryKey(),
    userAddress: varchar("user_address").notNull(),
    /** Whose page the EIP-4361 text named that began it; null for a text that names none. */
    origin: varchar("origin"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("idx_refresh_token_family_user_address").on(table.userAddress)],
);

/** Which working token belongs to which login. */
export const familyMembers = identitySchema.table(
  "refresh_token_family_member",
  {
    tokenId: integer("token_id")
      .primaryKey()
      .references(() => refreshTokens.id, { onDelete: "cascade" }),
    family: uuid("family")
      .notNull()
      .references(() => tokenFamilies.uuid, { onDelete: "cascade" }),
  },
  (table) => [index("idx_refresh_token_family_member_family").on(table.family)],
);

/** Tokens that a refresh has replaced: whoever shows one again holds a copy. */
export const retiredTokens = identitySchema.table(
  "retired_refresh_token",
  {
    /** SHA-256 of the token, hexadecimal. */
    token: varchar("token", { length: 128 }).primaryKey(),
    family: uuid("family")
      .notNull()
      .references(() => tokenFamilies.uuid, { onDelete: "cascade" }),
    retiredAt: time("retired_at").notNull(),
  },
  (table) => [index("idx_retired_refresh_token_family").on(table.family)],
);

/** Access tokens that a logout ended before their time. */
export const revokedAccess = identitySchema.table(
  "revoked_access_token",
  { jti: uuid("jti").primaryKey(), expiresAt: time("expires_at").notNull() },
  (table) => [index("idx_revoked_access_token_expires_at").on(table.expiresAt)],
);

/** When all logins of a wallet were ended for the last time: access tokens from before are refused. */
export const endedLogins = identitySchema.table("ended_login", {
  userAddress: varchar("user_address").primaryKey(),
  endedAt: time("ended_at").notNull(),
});

export const signingKeys = identitySchema.table("signing_key", {
  /** The key's RFC 7638 thumbprint. */
  kid: text("kid").primaryKey(),
  /** SPKI, PEM. */
  publicKey: text("public_key").notNull(),
  /** PKCS #8, PEM, sealed and bound to the kid; null where the configuration holds it. */
  privateKey: text("private_key"),
  createdAt: time("created_at").notNull(),
  /** Since when nothing is signed with it; tokens from before are taken until they expire. */
  retiredAt: time("retired_at"),
});
