import { migrateDesk } from "@/server/db/migrate";
import { databaseUrlFromEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

try {
  await migrateDesk(databaseUrlFromEnv());
  log.info("database.migrated");
} catch (error) {
  log.error("database.migration-failed", { reason: reasonOf(error) });
  process.exit(1);
}
