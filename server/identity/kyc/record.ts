import { createHmac, hkdfSync } from "node:crypto";
import { z } from "zod";
import { seal, unseal } from "@/server/platform/seal";
import type { IdentityConfig } from "../config";

/** What a record says about the person; each of it is sealed, bound to the record's uuid. */
const FIELDS = [
  "firstName",
  "lastName",
  "idNumber",
  "dateOfBirth",
  "nationality",
  "placeOfBirth",
  "documentType",
  "documentNumber",
  "documentCountry",
  "documentValidFrom",
  "documentValidUntil",
] as const;
type Field = (typeof FIELDS)[number];

export type Personal = Record<Exclude<Field, "firstName" | "lastName">, string | null> &
  Record<"firstName" | "lastName", string>;

const Risks = z.object({
  labels: z.array(z.object({ label: z.string(), category: z.string().nullable() })),
  /** As Veriff wrote it. */
  pepSanctionMatch: z.string().nullable(),
});
export type Risks = z.output<typeof Risks>;
export const noRisks: Risks = { labels: [], pepSanctionMatch: null };

type Keys = Pick<IdentityConfig, "secretKey">;

export function sealPersonal({ secretKey }: Keys, uuid: string, person: Personal): Personal {
  const sealed = FIELDS.map((field) => {
    const value = person[field];
    return [field, value === null ? null : seal(secretKey, value, uuid)];
  });
  return Object.fromEntries(sealed) as Personal;
}

/** @throws Error when the key or the record is not the one it was sealed with */
export function openPersonal(config: Keys, record: Personal & { uuid: string }): Personal {
  const open = FIELDS.map((field) => [field, openField(config, record, field)]);
  return Object.fromEntries(open) as Personal;
}

/** One field alone. @throws Error as above */
export function openField(
  { secretKey }: Keys,
  record: Partial<Personal> & { uuid: string },
  field: Field,
): string | null {
  const sealed = record[field] ?? null;
  return sealed === null ? null : unseal(secretKey, sealed, record.uuid);
}

export const sealRisks = ({ secretKey }: Keys, uuid: string, risks: Risks): string =>
  seal(secretKey, JSON.stringify(risks), uuid);

export const openRisks = ({ secretKey }: Keys, uuid: string, sealed: string | null): Risks =>
  sealed === null ? noRisks : Risks.parse(JSON.parse(unseal(secretKey, sealed, uuid)));

/**
 * The same for the same document, whoever shows it, and of no use without the service's key; null without a number.
 */
export function hashDocument({ secretKey }: Keys, person: Personal): string | null {
  const { documentCountry, documentType, documentNumber } = person;
  if (!documentNumber) return null;
  const key = Buffer.from(hkdfSync("sha256", secretKey, "", "identity-document", 32));
  const plain = [documentCountry, documentType, documentNumber].map((text) =>
    (text ?? "").trim().toUpperCase(),
  );
  return createHmac("sha256", key).update(JSON.stringify(plain)).digest("hex");
}
