import { pgSchema, timestamp } from "drizzle-orm/pg-core";

/** Everything the identity service stores lies in this PostgreSQL schema. */
export const identitySchema = pgSchema("identity");

export const time = (name: string) => timestamp(name, { withTimezone: true });
