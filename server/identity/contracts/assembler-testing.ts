import fs from "node:fs";
import path from "node:path";
import type { Hex } from "viem";

/** What the contracts beside this file use of the EVM. */
const OPCODES: Record<string, number> = {
  ...{ STOP: 0x00, ADD: 0x01, SUB: 0x03, LT: 0x10, EQ: 0x14, ISZERO: 0x15, BYTE: 0x1a, SHL: 0x1b, SHR: 0x1c },
  ...{ CALLDATALOAD: 0x35, CODESIZE: 0x38, CODECOPY: 0x39, POP: 0x50, MLOAD: 0x51, MSTORE: 0x52 },
  ...{ SLOAD: 0x54, SSTORE: 0x55, JUMPI: 0x57, GAS: 0x5a, DUP1: 0x80, SWAP1: 0x90 },
  ...{ RETURN: 0xf3, STATICCALL: 0xfa, REVERT: 0xfd },
};
const [JUMPDEST, PUSH1, PUSH2] = [0x5b, 0x60, 0x61] as const;

/** The code that deploys a contract; constructor arguments are put behind it. */
export function assemble(name: string): Hex {
  const source = fs.readFileSync(path.join(import.meta.dirname, `${name}.asm`), "utf8");
  const [deploying = "", runtime = ""] = source.split("====");
  const code = toBytes(runtime, {});
  const sizes = { size: code.length, start: 0 };
  // every label is pushed as two bytes, so the length is known before its value
  const start = toBytes(deploying, sizes).length;
  return `0x${Buffer.from([...toBytes(deploying, { ...sizes, start }), ...code]).toString("hex")}`;
}

function toBytes(source: string, given: Record<string, number>): number[] {
  const words = source.replace(/;.*$/gm, "").split(/\s+/).filter(Boolean);
  const labels: Record<string, number> = { ...given };
  const bytes: number[] = [];
  const references: [at: number, label: string][] = [];
  for (const word of words) {
    if (word.endsWith(":")) {
      labels[word.slice(0, -1)] = bytes.length;
      bytes.push(JUMPDEST);
    } else if (word.startsWith("@")) {
      references.push([bytes.length + 1, word.slice(1)]);
      bytes.push(PUSH2, 0, 0);
    } else if (word.startsWith("0x")) {
      const value = [...Buffer.from(word.slice(2), "hex")];
      bytes.push(PUSH1 + value.length - 1, ...value);
    } else {
      bytes.push(known(OPCODES, word));
    }
  }
  for (const [at, label] of references) {
    const target = known(labels, label);
    bytes.splice(at, 2, target >> 8, target & 0xff);
  }
  return bytes;
}

function known(names: Record<string, number>, name: string): number {
  const value = names[name];
  if (value === undefined) throw new Error(`The assembler does not know ${name}.`);
  return value;
}
