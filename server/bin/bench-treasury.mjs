// Node's own modules only: this file runs on a bare clone, before anything is installed.
import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
const { runBenchTreasury } = await import("./launch/bench-treasury.mjs");
await runBenchTreasury(process.argv.slice(2));
