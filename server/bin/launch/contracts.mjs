import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ProjectRoot } from "./paths.mjs";

const folder = path.join(ProjectRoot, "server/identity/contracts");
const SETTINGS = {
  // what chains of a few years ago understand as well
  evmVersion: "paris",
  optimizer: { enabled: true, runs: 200 },
  // without the hash of comments and names the code depends on what it does alone
  metadata: { bytecodeHash: "none" },
  outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
};

/** Where the compiled contracts are checked in. */
export const artifactsFile = path.join(folder, "artifacts.json");

/** The file's text, compiled anew of every `*.sol` beside it. @throws Error with what the compiler says */
export function compileContracts() {
  const solc = createRequire(path.join(ProjectRoot, "package.json"))("solc");
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".sol"));
  const sources = Object.fromEntries(
    names.map((name) => [name, { content: fs.readFileSync(path.join(folder, name), "utf8") }]),
  );
  const input = { language: "Solidity", sources, settings: SETTINGS };
  const { errors = [], contracts } = JSON.parse(solc.compile(JSON.stringify(input)));
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join("\n"));
  const artifacts = Object.values(contracts)
    .flatMap((file) => Object.entries(file))
    .filter(([, contract]) => contract.evm.bytecode.object !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` }]);
  return `${JSON.stringify(Object.fromEntries(artifacts))}\n`;
}
