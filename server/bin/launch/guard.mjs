// Ends the launcher's processes when the launcher dies without a word (kill -9, a crash, a closed terminal).
// It is told what to watch over its standard input, and the end of that input is the launcher's end.
import { createInterface } from "node:readline";
import { endGroups } from "./end-groups.mjs";

const groups = new Map();
let isDone = false;

async function endAll() {
  if (isDone) return;
  isDone = true;
  await endGroups([...groups.values()]);
  process.exit(0);
}

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const message = JSON.parse(line);
    if (message.watch) groups.set(message.watch.pid, message.watch);
    if (message.forget) groups.delete(message.forget);
  })
  .on("close", endAll);
process.on("SIGTERM", endAll);
process.on("SIGINT", endAll);
process.on("SIGHUP", endAll);
