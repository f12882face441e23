import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * Whether a column holds one of the values. They are one parameter together, so that there may be any number of them:
 * the protocol of PostgreSQL has room for 65,535 parameters.
 */
export const isAnyOf = (column: AnyColumn, values: readonly (string | number)[]): SQL =>
  sql`${column} = any(${sql.param(values)})`;
