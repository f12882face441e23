import type { VeriffOutcome } from "@/lib/contracts/control-veriff";
import { VERIFF_DECISIONS, VERIFF_EVENTS, type VeriffEvent } from "@/lib/domain/veriff";
import type { SessionRow } from "./session-store";

/** The bodies of webhooks, byte by byte as they are signed and sent. */

type Told = Pick<SessionRow, "id" | "attemptId" | "vendorData">;

export const eventBody = ({ id, attemptId, vendorData }: Told, action: VeriffEvent): string =>
  JSON.stringify({ id, code: VERIFF_EVENTS[action], action, feature: "selfid", attemptId, vendorData });

export function decisionBody(session: Told, outcome: VeriffOutcome, at: Date): string {
  const { status, reason, reason_code, person, document, risk_labels } = outcome;
  const isOver = status !== "review" && status !== "resubmission_requested";
  return JSON.stringify({
    status: "success",
    verification: {
      id: session.id,
      attemptId: session.attemptId,
      code: VERIFF_DECISIONS[status],
      status,
      reason,
      reasonCode: reason_code,
      person: person && personOf(person),
      document: document && documentOf(document),
      comments: [],
      vendorData: session.vendorData,
      decisionTime: isOver ? at.toISOString() : null,
      acceptanceTime: at.toISOString(),
      riskLabels: risk_labels,
      additionalVerifiedData: {},
    },
    technicalData: { ip: "127.0.0.1" },
  });
}

const personOf = (person: NonNullable<VeriffOutcome["person"]>) => ({
  firstName: person.first_name,
  lastName: person.last_name,
  idNumber: person.id_number,
  dateOfBirth: person.date_of_birth,
  yearOfBirth: person.date_of_birth?.slice(0, 4) ?? null,
  nationality: person.nationality,
  gender: person.gender,
  placeOfBirth: person.place_of_birth,
  pepSanctionMatch: person.pep_sanction_match,
});

const documentOf = (document: NonNullable<VeriffOutcome["document"]>) => ({
  type: document.type,
  number: document.number,
  country: document.country,
  validFrom: document.valid_from,
  validUntil: document.valid_until,
});
