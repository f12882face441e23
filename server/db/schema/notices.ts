import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Where a workspace is told of what needs a person. */
export const noticeSettings = pgTable("notice_settings", {
  workspaceId: uuid("workspace_id")
    .primaryKey()
    .references(() => workspaces.id),
  isEmailOn: boolean("is_email_on").notNull(),
  /** One address a line. */
  emails: text("emails").notNull(),
  isWebhookOn: boolean("is_webhook_on").notNull(),
  webhookUrl: text("webhook_url"),
  /** Sealed to the workspace; what messages are signed with. */
  webhookSecretCipher: text("webhook_secret_cipher"),
  /** Topics, separated by commas. */
  topics: text("topics").notNull(),
  /** What messages are written in: the language of whoever saved this last. */
  language: text("language").notNull().default("en"),
  savedAt: at("saved_at").notNull(),
});

/** What needs a person, once per channel until it is solved. */
export const notices = pgTable(
  "notices",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    channel: text("channel").notNull(),
    /** The same thing has the same key in every look. */
    key: text("key").notNull(),
    topic: text("topic").notNull(),
    title: text("title").notNull(),
    detail: text("detail").notNull(),
    /** Of the desk's page where it is settled. */
    path: text("path").notNull(),
    raisedAt: at("raised_at").notNull(),
    /** The message that tells of it. */
    deliveryId: uuid("delivery_id"),
    /** Or when it was given up to tell of it by that message. */
    solvedAt: at("solved_at"),
  },
  (table) => [
    uniqueIndex("notices_one")
      .on(table.workspaceId, table.channel, table.key)
      .where(sql`${table.solvedAt} is null`),
    index("notices_delivery").on(table.deliveryId),
  ],
);

/** One message over one channel, with one or more notices in it; a test has none. */
export const noticeDeliveries = pgTable(
  "notice_deliveries",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    channel: text("channel").notNull(),
    isTest: boolean("is_test").notNull(),
    state: text("state").notNull(),
    tries: integer("tries").notNull(),
    /** When it is tried next. */
    dueAt: at("due_at").notNull(),
    createdAt: at("created_at").notNull(),
    endedAt: at("ended_at"),
    /** Why the last try failed, for people. */
    problem: text("problem"),
  },
  (table) => [
    index("notice_deliveries_workspace").on(table.workspaceId, table.createdAt),
    index("notice_deliveries_due").on(table.dueAt).where(sql`${table.state} = 'waiting'`),
  ],
);
