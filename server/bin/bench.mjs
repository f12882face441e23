// Node's own modules only: what is needed is installed first.
import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
const { runBench } = await import("./launch/bench.mjs");
await runBench();
