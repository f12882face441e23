import { startIdentity } from "@/server/identity/start";
import { identityEnv } from "@/server/platform/env";
import { listen } from "@/server/platform/listen";
import { log, setLogLevel } from "@/server/platform/log";
import { framesOf, reasonOf } from "@/server/platform/reason";

/** The identity service's process: HTTP over one database, until it is told to end. */
async function main(): Promise<void> {
  const env = identityEnv();
  setLogLevel(env.LOG_LEVEL);
  const identity = await startIdentity(env);
  const starting = () => new Response(null, { status: 503 });
  const server = await listen(env.IDENTITY_HOST, env.IDENTITY_PORT, () => identity.handler, { starting });
  let isEnding = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      log.info("identity.ending", { signal });
      server
        .close()
        .then(identity.stop)
        .then(() => process.exit(0), crash);
    });
  }
  const host = env.IDENTITY_HOST === "0.0.0.0" ? "127.0.0.1" : env.IDENTITY_HOST;
  process.stdout.write(`identity ready http://${host}:${server.port}\n`);
}

function crash(error: unknown): never {
  process.stderr.write(`identity: ${reasonOf(error) ?? "ended without an error"}\n`);
  process.exit(1);
}

function crashUnexpectedly(error: unknown): never {
  log.error("identity.crashed", { frames: framesOf(error) });
  crash(error);
}

process.on("uncaughtException", crashUnexpectedly);
process.on("unhandledRejection", crashUnexpectedly);
main().catch(crash);
