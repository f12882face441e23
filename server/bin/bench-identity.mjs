// Node's own modules only: this file runs on a bare clone, before anything is installed.
import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
const { runBenchIdentity } = await import("./launch/bench-identity.mjs");
await runBenchIdentity();
