import { eq } from "drizzle-orm";
import type { SandboxDb } from "./db/client";
import { settings } from "./db/control-tables";

/** Every touch of the knobs that outlive a restart. */

export async function readSetting(db: SandboxDb, key: string): Promise<unknown> {
  const [row] = await db.select().from(settings).where(eq(settings.key, key));
  return row?.value;
}

export async function writeSetting(db: SandboxDb, key: string, value: unknown): Promise<void> {
  await db
    .insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
}
