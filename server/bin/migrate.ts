import { migrateDesk } from "@/server/db/migrate";
import { databaseUrlFromEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";

try {
  await migrateDesk(databaseUrlFromEnv());
  log.info("database.migrated");
} catch (error) {
  log.error("database.migration-failed", { reason: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
