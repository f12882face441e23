import { Transaction } from "liquidjs-lib";
import { expect } from "vitest";
import type { TestSandbox } from "../testing";

/** The sender's signature alone, and the same transaction once the Green side has signed too. */
export async function checkHalfSigned(
  sandbox: TestSandbox,
  hex: string,
  inputs: { vin: number }[],
  txid: string,
): Promise<void> {
  const half = Transaction.fromHex(hex);
  expect(half.getId()).toBe(txid);
  const full = Transaction.fromHex(
    (await sandbox.world.read(({ ledger }) => ledger.transaction(txid)))?.hex ?? "",
  );
  const own = new Set(inputs.map(({ vin }) => vin));
  expect(own.size).toBeGreaterThan(0);
  for (const [vin, { witness }] of half.ins.entries()) {
    if (!own.has(vin)) {
      expect(witness).toEqual([]);
      expect(full.ins[vin]?.witness).toHaveLength(2);
      continue;
    }
    const [nothing, signature, script] = witness;
    expect(witness).toHaveLength(3);
    expect(nothing).toHaveLength(0);
    const [, first, second, sameScript] = full.ins[vin]?.witness ?? [];
    expect(first).toEqual(signature);
    expect(second).not.toEqual(signature);
    expect(sameScript).toEqual(script);
  }
  expect(half.outs.every(({ value, script }) => script.length === 0 || value.length === 33)).toBe(true);
}
