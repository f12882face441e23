import { boolean, index, uuid, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

/** One KYC record. Everything said about the person is sealed (`server/platform/seal.ts`), bound to the uuid. */
export const userInfos = identitySchema.table(
  "user_info",
  {
    uuid: uuid("uuid").primaryKey(),
    /** Veriff's session; repeated deliveries may make several records of one. */
    sessionId: varchar("session_id").notNull(),
    firstName: varchar("first_name").notNull(),
    lastName: varchar("last_name").notNull(),
    idNumber: varchar("id_number"),
    dateOfBirth: varchar("date_of_birth"),
    nationality: varchar("nationality"),
    placeOfBirth: varchar("place_of_birth"),
    documentType: varchar("document_type"),
    documentNumber: varchar("document_number"),
    documentCountry: varchar("document_country"),
    documentValidFrom: varchar("document_valid_from"),
    documentValidUntil: varchar("document_valid_until"),
    createdAt: time("created_at").notNull(),
    connected: boolean("connected").notNull(),
    deactivated: boolean("deactivated").notNull(),
  },
  (table) => [
    index("idx_user_info_session_id").on(table.sessionId),
    index("idx_user_info_created_at").on(table.createdAt),
  ],
);

export const appUsers = identitySchema.table("app_user", {
  /** Lower case. */
  address: varchar("address").primaryKey(),
  /** Sealed, bound to the address. */
  email: varchar("email"),
  /** Set = KYC is complete. */
  userInfoUuid: uuid("user_info_uuid").references(() => userInfos.uuid),
  language: varchar("language", { length: 8 }),
  createdAt: time("created_at").notNull(),
});
