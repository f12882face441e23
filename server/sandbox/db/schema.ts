import { pgSchema } from "drizzle-orm/pg-core";

/** Everything the sandbox stores lies in this PostgreSQL schema. */
export const sandboxSchema = pgSchema("sandbox");
