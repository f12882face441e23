import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./server/identity/db/*-tables.ts",
  out: "./server/identity/db/migrations",
  schemaFilter: ["identity"],
});
