import { parseArgs } from "node:util";
import { build } from "./launch/build.mjs";
import { ProjectRoot } from "./launch/paths.mjs";

// `npm run build [-- --dir .next-test]`: the desk, and the worker, sandbox, identity and migration entries beside it.
// `--only sandbox`: that entry without the desk; `--only bench`: the entries of a benchmark.
const { values } = parseArgs({
  options: { dir: { type: "string", default: ".next" }, only: { type: "string" } },
});
try {
  await build({ root: ProjectRoot, ...values, say: (line) => console.log(line) });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
