import { parseArgs } from "node:util";
import { build } from "./launch/build.mjs";
import { ProjectRoot } from "./launch/paths.mjs";

// `npm run build [-- --dir .next-test]`: the desk, and the worker, sandbox and migration entries beside it.
const { values } = parseArgs({ options: { dir: { type: "string", default: ".next" } } });
try {
  await build({ root: ProjectRoot, dir: values.dir, say: (line) => console.log(line) });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
