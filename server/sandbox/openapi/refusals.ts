import type { Endpoint } from "@/lib/contracts/amp/endpoints";

/** The bodies of AMP's refusals; one endpoint may answer each of them. */
export const errorSchemas = {
  BusinessError: {
    type: "object",
    description: "A rule of the business says no.",
    properties: { Error: { type: "string", description: "What is wrong, for people." } },
    required: ["Error"],
  },
  FieldErrors: {
    type: "object",
    description: "What is wrong by field; `non_field_errors` for the body as a whole.",
    additionalProperties: { type: "array", items: { type: "string" } },
  },
  Detail: {
    type: "object",
    description: "What is wrong with the request as such.",
    properties: { detail: { type: "string", description: "What is wrong, for people." } },
    required: ["detail"],
  },
};

const ref = (name: keyof typeof errorSchemas) => ({ $ref: `#/components/schemas/${name}` });
const detail = (text: string) => ({ detail: text });

/** The answers of an endpoint that are no success, by status. */
export function failures(endpoint: Endpoint, refusals: Readonly<Record<string, object>> = {}): object {
  const hasBody = endpoint.body !== undefined;
  const wrongs = {
    ...refusals,
    ...(hasBody ? { "No JSON": detail("JSON parse error - JSON value expected at position 0") } : {}),
  };
  const canBeWrong = Object.keys(wrongs).length > 0 || endpoint.query !== undefined;
  return {
    ...(canBeWrong ? { 400: badRequest(wrongs) } : {}),
    ...(endpoint.role === "public" ? {} : { 401: unauthorized }),
    ...(endpoint.name === "obtainToken" ? { 401: lockedManager } : {}),
    ...(["issuer", "any", "manager-self"].includes(endpoint.role) ? { 403: forbidden } : {}),
    ...(endpoint.path.includes("{") ? { 404: notFound } : {}),
    ...(hasBody ? { 413: tooLarge, 415: otherMediaType } : {}),
  };
}

const answer = (description: string, schema: object, examples: Record<string, object>) => ({
  description,
  content: {
    "application/json": {
      schema,
      examples: Object.fromEntries(
        Object.entries(examples).map(([title, value]) => [
          title.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
          { summary: title, value },
        ]),
      ),
    },
  },
});

const badRequest = (examples: Record<string, object>) =>
  answer("Refused.", { anyOf: [ref("BusinessError"), ref("FieldErrors"), ref("Detail")] }, examples);

const unauthorized = answer("No token, a wrong token, or a locked manager.", ref("Detail"), {
  "No token": detail("Authentication credentials were not provided."),
  "Wrong token": detail("Invalid token."),
  "Locked manager": detail("User inactive or deleted."),
});
const lockedManager = answer("The right password of a locked manager.", ref("Detail"), {
  "Locked manager": detail("User inactive or deleted."),
});
const forbidden = answer("Not for this kind of account.", ref("Detail"), {
  "Wrong account": detail("You do not have permission to perform this action."),
});
const notFound = answer(
  "Unknown, not visible yet, or an asset that is not granted to this manager.",
  ref("Detail"),
  { Unknown: detail("Not found.") },
);
const tooLarge = answer("More than 1 MiB. The limit is the sandbox's.", ref("Detail"), {
  "Too large": detail("The request body is larger than 1 MiB."),
});
const otherMediaType = answer("The body was not sent as JSON.", ref("Detail"), {
  "Other media type": detail('Unsupported media type "text/plain" in request.'),
});
