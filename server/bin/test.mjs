// Node's own modules only: this file runs on a bare clone, before anything is installed.
import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
const { runTests } = await import("./launch/test.mjs");
await runTests(process.argv.slice(2));
