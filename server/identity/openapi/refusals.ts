import type { IdentityEndpoint } from "@/lib/contracts/identity/endpoints";
import { isLimited } from "../limits/limits";
import type { Identity } from "../service";

const text = { type: "string" };
const object = (properties: Record<string, object>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const code = (description: string, more: object = {}) => ({ ...text, description, ...more });

/** The bodies of answers that are no success. */
export const refusalSchemas = {
  BusinessError: object({
    description: code("Fixed words of the code."),
    err_code: code("Two digits for the kind and two for the case.", { pattern: "^\\d{4}$" }),
    message: code("For people; it may name values."),
    errors: { type: "object", description: "Always empty." },
  }),
  AuthenticationError: {
    ...object({ description: text, err_code: { enum: ["0204", "0206"] }, message: text }),
    description: "0206 without a bearer, 0204 for one that does not verify. The status is 400, never 401.",
  },
  FrameworkError: object({
    timestamp: { type: "string", format: "date-time" },
    status: { type: "integer" },
    error: text,
    path: text,
  }),
};

type Name = keyof typeof refusalSchemas;

const refusal = (description: string, ...names: Name[]) => {
  const [only, ...others] = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const schema = others.length > 0 ? { anyOf: [only, ...others] } : only;
  return { description, ...(only ? { content: { "application/json": { schema } } } : {}) };
};

/** What an endpoint may answer instead of success, by status. */
export function refusalsOf(
  { mode, fixes }: Pick<Identity, "mode" | "fixes">,
  endpoint: IdentityEndpoint,
): Record<string, object> {
  const tooMany = { "Retry-After": { description: "Seconds.", schema: { type: "integer" } } };
  return {
    400: refusal(
      "Refused. Where the original answers with nothing but the status, the body is empty.",
      ...(["BusinessError", "AuthenticationError", "FrameworkError"] as const),
    ),
    ...(mode === "default" && fixes.limitsCalls && isLimited(endpoint)
      ? { 429: { ...refusal("Too many calls.", "BusinessError"), headers: tooMany } }
      : {}),
    500: refusal("It did not work.", "BusinessError", "FrameworkError"),
    default: refusal("Everything else: the request as such was not understood.", "FrameworkError"),
  };
}
