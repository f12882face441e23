import fs from "node:fs";
import { artifactsFile, compileContracts } from "./launch/contracts.mjs";

// `npm run contracts`: compiles server/identity/contracts/*.sol into the file that is checked in beside them.
fs.writeFileSync(artifactsFile, compileContracts());
