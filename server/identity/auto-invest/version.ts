import { businessError } from "../errors";

const MAX_INT = 2_147_483_647;

/** The whole numbers between the dots; what is none is left out, so `1.a` is 1 and `v1.0.21` is 0.21. */
export type ContractVersion = readonly number[];

/** @throws Refusal 0403 when it has another number of parts than `size` */
export function parseVersion(text: string, size?: number): ContractVersion {
  const parts = text
    .split(".")
    .filter((part) => /^[+-]?\d+$/.test(part) && Math.abs(Number(part)) <= MAX_INT)
    .map(Number);
  if (size !== undefined && parts.length !== size) {
    throw businessError("0403", `A contract version has ${size} parts`);
  }
  return parts;
}

/** Below zero when `a` is older. A part that is missing counts as 0. */
export function compareVersions(a: ContractVersion, b: ContractVersion): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
