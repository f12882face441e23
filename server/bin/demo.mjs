// Node's own modules only: this file runs on a bare clone, before anything is installed.
import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
const { runDemo } = await import("./launch/demo.mjs");
await runDemo(process.argv.slice(2));
