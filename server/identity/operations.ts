import { sql } from "drizzle-orm";
import { Refusal } from "./errors";
import type { Identity } from "./service";

/** @throws Refusal 503 while the database does not answer */
export async function health({ database }: Identity): Promise<{ status: "UP" }> {
  try {
    await database.db.execute(sql`select 1`);
    return { status: "UP" };
  } catch {
    throw new Refusal(503, () => ({ status: "DOWN" }));
  }
}
