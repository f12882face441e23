import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./server/sandbox/db/*-tables.ts",
  out: "./server/sandbox/db/migrations",
  schemaFilter: ["sandbox"],
});
