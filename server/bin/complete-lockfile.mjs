import fs from "node:fs";
import path from "node:path";
import { completeLock } from "./launch/complete-lock.mjs";
import { ProjectRoot } from "./launch/paths.mjs";

// Run after every `npm install`: see CONTRIBUTING.md.
const file = path.resolve(process.argv[2] ?? path.join(ProjectRoot, "package-lock.json"));
const { lock, added } = completeLock(JSON.parse(fs.readFileSync(file, "utf8")));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const line of added) console.log(`added ${line}`);
console.log(`${added.length} entries added to ${path.basename(file)}`);
