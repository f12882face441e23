import { sql } from "drizzle-orm";
import { db } from "@/server/db/client";

/** 200 when this instance can answer pages: it reaches its database. */
export async function GET(): Promise<Response> {
  try {
    await db().execute(sql`select 1`);
    return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
  } catch {
    return Response.json({ status: "database unreachable" }, { status: 503 });
  }
}
