import type { Ends } from "./testing";

/**
 * Who may import whom, room by room; a room always may import itself. The order is that of the journey of a
 * request, and nothing points back up.
 */
export const ARROWS: Record<string, readonly string[]> = {
  app: ["components", "lib", "server/actions", "server/doors", "server/services", "server/auth"],
  components: ["lib", "server/actions"],
  e2e: ["lib"],
  lib: [],
  "server/bin": [
    "server/notices",
    "server/register",
    "server/requests",
    "server/investor",
    "server/history",
    "server/mirror",
    "server/watch",
    "server/treasury",
    "server/audit",
    "server/db",
    "server/platform",
  ],
  "server/actions": [
    "lib",
    "server/doors",
    "server/services",
    "server/investor",
    "server/auth",
    "server/platform",
  ],
  "server/doors": ["lib", "server/investor", "server/auth", "server/platform"],
  "server/services": [
    "lib",
    "server/notices",
    "server/register",
    "server/requests",
    "server/investor",
    "server/identity-client",
    "server/history",
    "server/mirror",
    "server/watch",
    "server/assigning",
    "server/treasury",
    "server/auth",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/elements",
    "server/control",
    "server/registry",
    "server/platform",
  ],
  "server/notices": [
    "lib",
    "server/register",
    "server/assigning",
    "server/requests",
    "server/watch",
    "server/treasury",
    "server/auth",
    "server/vault",
    "server/db",
    "server/platform",
  ],
  "server/register": [
    "lib",
    "server/assigning",
    "server/mirror",
    "server/treasury",
    "server/auth",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/requests": [
    "lib",
    "server/mirror",
    "server/treasury",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/assigning": [
    "lib",
    "server/treasury",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/history": [
    "lib",
    "server/mirror",
    "server/auth",
    "server/vault",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/mirror": [
    "lib",
    "server/treasury",
    "server/auth",
    "server/vault",
    "server/amp",
    "server/db",
    "server/platform",
  ],
  "server/watch": [
    "lib",
    "server/treasury",
    "server/vault",
    "server/amp",
    "server/elements",
    "server/db",
    "server/platform",
  ],
  "server/treasury": [
    "lib",
    "server/vault",
    "server/audit",
    "server/amp",
    "server/elements",
    "server/db",
    "server/platform",
  ],
  "server/auth": ["lib", "server/vault", "server/audit", "server/amp", "server/db", "server/platform"],
  "server/investor": [
    "lib",
    "server/auth",
    "server/vault",
    "server/identity-client",
    "server/db",
    "server/platform",
  ],
  "server/registry": ["lib", "server/db", "server/platform"],
  "server/vault": ["lib", "server/db", "server/platform"],
  "server/audit": ["lib", "server/db", "server/platform"],
  "server/amp": ["lib", "server/platform"],
  "server/identity-client": ["lib", "server/platform"],
  "server/elements": ["lib", "server/platform"],
  "server/control": ["lib", "server/platform"],
  "server/identity": ["lib", "server/platform"],
  "server/sandbox": ["lib", "server/platform"],
  "server/db": ["lib", "server/platform"],
  "server/platform": ["lib"],
};

/** Single files that may do more than their room, each for a reason. */
export const EXCEPTIONS: Record<string, readonly string[]> = {
  // asks the database alone whether it answers, without a session
  "app/api/health/route.ts": ["server/db"],
  // lists the configured environments before anybody is signed in
  "app/sign-in/page.tsx": ["server/platform"],
  // stores the workspace and opens its session in one transaction
  "server/services/sign-in.ts": ["server/db"],
  // ask the watch, which stands above them, whether an alert is open
  "server/treasury/distribution-machine.ts": ["server/watch"],
  "server/treasury/supply/ready.ts": ["server/watch"],
  // the only process that holds the sandbox
  "server/bin/sandbox.ts": ["server/sandbox"],
  // the identity service, alone and mounted in the desk
  "server/bin/identity.ts": ["server/identity"],
  // carries out what the mounted one queues for chains
  "server/bin/worker.ts": ["server/identity"],
  // the launcher's local chain gets the contracts that the service works with
  "server/bin/deploy-contracts.ts": ["server/identity"],
  "app/api/identity/[[...path]]/route.ts": ["server/identity", "server/platform"],
  // a benchmark's person does what the pages would
  "server/bin/bench-person.ts": ["server/services", "server/auth"],
  // the benchmark and the browser tests weigh pages by the same scales
  "e2e/weight.spec.ts": ["server/bin"],
  "e2e/fixtures/places.ts": ["server/bin"],
};

/** Tests and what only they use look at whatever they need; configuration files stand outside the rooms. */
export const isTest = (file: string) => /\.test\.tsx?$|(^|[/-])testing(-[a-z]+)?\.ts$/.test(file);
export const isConfig = (file: string) => !file.includes("/");

export const roomOf = (file: string): string => {
  const [top = "", room = ""] = file.split("/");
  return top === "server" && file.split("/").length > 2 ? `server/${room}` : top;
};

export const isForbidden = ({ from, to }: Ends): boolean => {
  const [room, target] = [roomOf(from), roomOf(to)];
  return room !== target && ![...(ARROWS[room] ?? []), ...(EXCEPTIONS[from] ?? [])].includes(target);
};
