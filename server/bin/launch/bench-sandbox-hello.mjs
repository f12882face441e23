import { serve } from "@hono/node-server";
import { Hono } from "hono";

// What the sandbox is compared with: the same server and framework with nothing behind them.
const app = new Hono().get("/", (context) => context.text("hello"));
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env.PORT) });
