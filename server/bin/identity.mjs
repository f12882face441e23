// Node's own modules only: this file runs on a bare clone, before anything is installed.
import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
const { runIdentity } = await import("./launch/identity.mjs");
await runIdentity(process.argv.slice(2));
