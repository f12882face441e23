import { z } from "zod";
import { wire } from "@/lib/contracts/wire";

/** What the issuance commits to and the Liquid Asset Registry publishes. */
export const RegistryContract = wire({
  entity: wire({ domain: z.string() }),
  issuerPubkey: z.string(),
  name: z.string(),
  precision: z.int().min(0).max(8),
  ticker: z.string(),
  version: z.literal(0),
});
export type RegistryContract = z.output<typeof RegistryContract>;

/** Canonical text of a contract: keys sorted at every level, no white space. Its SHA-256 is the contract hash. */
export function registryContractText(contract: RegistryContract): string {
  return JSON.stringify(z.encode(RegistryContract, contract), (_, value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
