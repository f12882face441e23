import type { VeriffOutcome } from "@/lib/contracts/control-veriff";
import { VERIFF_DECISIONS, VERIFF_EVENTS } from "@/lib/domain/veriff";
import { SAMPLE_PERSON } from "../veriff/choices";
import { decisionBody, eventBody } from "../veriff/payloads";

const introduction = `
A stand-in for Veriff: a service that verifies people there can be pointed here (its base address is \`/veriff\` of the sandbox).
A session leads to a page on which whoever opens it plays the verification and picks its outcome; \`/control/veriff\` does the
same without a page. Nobody looks at documents.

Every step is told to the service by a webhook, stored before it is sent and tried again until it is answered with 200. It can be
late, doubled, out of turn or wrongly signed when that is asked for.

Signatures: \`X-HMAC-SIGNATURE\` is the HMAC-SHA256 of the body under the shared secret, \`X-SIGNATURE\` (the older scheme) the
SHA-256 of the body with the secret behind it, both in lower-case hex.
`.trim();

const session = {
  id: "cbb238c6-51a0-482b-bd1a-42a2e0b0ff1c",
  attemptId: "fa3316d6-0222-407e-927d-e75545a11ce6",
  vendorData: "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
};
const outcome: VeriffOutcome = {
  status: "approved",
  reason: null,
  reason_code: null,
  person: SAMPLE_PERSON,
  document: {
    type: "PASSPORT",
    number: "X1234567",
    country: "SE",
    valid_from: "2024-01-01",
    valid_until: "2034-01-01",
  },
  risk_labels: [{ label: "connection_through_proxy", category: "network" }],
};

const text = (description: string) => ({ type: "string", description });
const maybe = (description: string) => ({ type: ["string", "null"], description });
const uuid = (description: string) => ({ type: "string", format: "uuid", description });
const object = (properties: object, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
});
const texts = (...names: string[]) => object(Object.fromEntries(names.map((name) => [name, maybe(name)])));
const json = (schema: object, example: unknown) => ({ content: { "application/json": { schema, example } } });
const header = (name: string, required: boolean, description: string) => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string" },
});
const proof = [
  header("X-AUTH-CLIENT", true, "The API key."),
  header("X-HMAC-SIGNATURE", false, "HMAC-SHA256 of the body."),
  header("X-SIGNATURE", false, "SHA-256 of the body and the secret."),
];

const SessionOrder = object({
  verification: object(
    {
      callback: maybe("Where the person goes afterwards; http is taken here, too."),
      vendorData: { ...maybe("The service's own reference; comes back in webhooks."), maxLength: 1000 },
      timestamp: { type: "string", format: "date-time", description: "When the service asked." },
    },
    [],
  ),
});
const Session = object({
  status: { type: "string", const: "success", description: "success" },
  verification: object({
    id: uuid("The session."),
    url: text("The page to open."),
    vendorData: maybe("As it was given."),
    host: text("The stand-in's address."),
    status: { type: "string", const: "created", description: "created" },
    sessionToken: text("The end of the page's address."),
  }),
});
const Refusal = object({
  status: { type: "string", const: "fail", description: "fail" },
  code: text("Veriff's code."),
  message: text("What is wrong."),
  requestId: uuid("Of this call."),
});
const Event = object({
  id: uuid("The session."),
  code: { type: "integer", enum: Object.values(VERIFF_EVENTS), description: "7001 started, 7002 submitted." },
  action: { type: "string", enum: Object.keys(VERIFF_EVENTS), description: "What happened." },
  feature: { type: "string", const: "selfid", description: "selfid" },
  attemptId: uuid("Another one after each start."),
  vendorData: maybe("The service's reference."),
});
const nullable = (schema: object) => ({ oneOf: [schema, { type: "null" }] });
const Decision = object({
  status: { type: "string", const: "success", description: "success" },
  verification: object({
    id: uuid("The session."),
    attemptId: uuid("The attempt."),
    code: {
      type: "integer",
      enum: [...new Set(Object.values(VERIFF_DECISIONS))],
      description: "Of the status.",
    },
    status: { type: "string", enum: Object.keys(VERIFF_DECISIONS), description: "The outcome." },
    reason: maybe("In words."),
    reasonCode: { type: ["integer", "null"], description: "Any number; Veriff adds new ones." },
    person: nullable(
      texts(
        ...["firstName", "lastName", "idNumber", "dateOfBirth", "yearOfBirth", "nationality", "gender"],
        ...["placeOfBirth", "pepSanctionMatch"],
      ),
    ),
    document: nullable(texts("type", "number", "country", "validFrom", "validUntil")),
    comments: { type: "array", description: "Always empty here." },
    vendorData: maybe("The service's reference."),
    decisionTime: maybe("null while it is not final."),
    acceptanceTime: maybe("When it was handed in."),
    riskLabels: { type: "array", items: object({ label: text("What."), category: text("Of which kind.") }) },
    additionalVerifiedData: { type: "object", description: "Always empty here." },
  }),
  technicalData: object({ ip: text("Of the person.") }),
});

const refused = (description: string, code: string, message: string) => ({
  description,
  ...json(Refusal, { status: "fail", code, message, requestId: session.attemptId }),
});
const webhook = (operationId: string, summary: string, schema: object, body: string) => ({
  post: {
    operationId,
    tags: ["Webhooks"],
    summary,
    parameters: proof,
    requestBody: { required: true, ...json(schema, JSON.parse(body)) },
    responses: { 200: { description: "Taken. Any other status leads to another attempt." } },
  },
});

/** The stand-in for Veriff as OpenAPI 3.1. */
export function veriffDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Veriff (sandbox)",
      version: "1",
      summary: "Verify a person, played by whoever opens the page.",
      description: introduction,
    },
    servers: [],
    security: [],
    tags: [{ name: "Sessions" }, { name: "Webhooks" }],
    paths: {
      "/v1/sessions/": {
        post: {
          operationId: "createSession",
          tags: ["Sessions"],
          summary: "Make a verification",
          description: "A signature may be left out; one that is there has to be right.",
          parameters: proof,
          requestBody: {
            required: true,
            ...json(SessionOrder, { verification: { callback: "", vendorData: session.vendorData } }),
          },
          responses: {
            201: {
              description: "Made.",
              ...json(Session, {
                status: "success",
                verification: {
                  id: session.id,
                  url: "http://127.0.0.1:4000/veriff/v/kXn2pGmbT0qZyb1sV8cWh4RduE7oLaJf",
                  vendorData: session.vendorData,
                  host: "http://127.0.0.1:4000/veriff",
                  status: "created",
                  sessionToken: "kXn2pGmbT0qZyb1sV8cWh4RduE7oLaJf",
                },
              }),
            },
            400: refused("The body is wrong.", "1104", "The request has an invalid parameter: verification."),
            401: refused(
              "The key or a signature is wrong.",
              "1801",
              "Mandatory X-AUTH-CLIENT header is missing.",
            ),
          },
        },
      },
    },
    webhooks: {
      event: webhook("event", "Started or submitted", Event, eventBody(session, "submitted")),
      decision: webhook(
        "decision",
        "Decided",
        Decision,
        decisionBody(session, outcome, new Date("2026-01-15T09:30:00Z")),
      ),
    },
  };
}
