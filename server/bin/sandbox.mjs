// Node's own modules only: this file runs on a bare clone, before anything is installed.
import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
const { runSandbox } = await import("./launch/sandbox.mjs");
await runSandbox(process.argv.slice(2));
