import type { VeriffOutcome } from "@/lib/contracts/control-veriff";
import { sandboxVeriffText } from "@/lib/messages/sandbox-veriff";
import { now } from "@/server/platform/clock";

/** What a person can pick from; a service must take any other reason or label as well. */

export const reasons = () =>
  Object.entries(sandboxVeriffText.reasons).map(([code, words]) => ({ code: Number(code), words }));

export const wordsOfReason = (code: number | null): string | null =>
  reasons().find((reason) => reason.code === code)?.words ?? null;

export const riskLabels = [
  { label: "person_on_pep_sanctions_list", category: "person" },
  { label: "document_country_differs_from_ip", category: "network" },
  { label: "connection_through_proxy", category: "network" },
  { label: "device_used_in_declined_session", category: "crosslinks" },
  { label: "name_differs_from_given_name", category: "client_data_mismatch" },
  { label: "image_of_a_screen", category: "images" },
];

const YEAR_MS = 31_557_600_000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

export const SAMPLE_PERSON: Person = {
  first_name: "Ada",
  last_name: "Example",
  id_number: "19851112-1234",
  date_of_birth: "1985-11-12",
  nationality: "SE",
  gender: "F",
  place_of_birth: "Uppsala",
  pep_sanction_match: null,
};

/** The person and the document that a verification shows unless somebody writes something else. */
export function samplePerson(): { person: Person; document: Document } {
  const at = now().getTime();
  return {
    person: SAMPLE_PERSON,
    document: {
      type: "PASSPORT",
      number: "X1234567",
      country: "SE",
      valid_from: day(at - 2 * YEAR_MS),
      valid_until: day(at + 5 * YEAR_MS),
    },
  };
}
type Person = NonNullable<VeriffOutcome["person"]>;
type Document = NonNullable<VeriffOutcome["document"]>;
