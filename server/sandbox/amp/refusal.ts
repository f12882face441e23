import type { FieldErrors } from "@/lib/errors";

/** An answer that refuses: the status and the body exactly as AMP sends them. */
export class AmpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: object,
    readonly headers: Record<string, string> = {},
  ) {
    super(JSON.stringify(body));
    this.name = "AmpRefusal";
  }
}

const detail = (status: number, text: string, headers?: Record<string, string>) =>
  new AmpRefusal(status, { detail: text }, headers);

const unauthenticated = (text: string) => detail(401, text, { "www-authenticate": "token" });

export const notFound = () => detail(404, "Not found.");
export const noCredentials = () => unauthenticated("Authentication credentials were not provided.");
export const invalidToken = () => unauthenticated("Invalid token.");
export const inactive = () => unauthenticated("User inactive or deleted.");
export const forbidden = () => detail(403, "You do not have permission to perform this action.");
export const methodNotAllowed = (method: string, allowed: string[]) =>
  detail(405, `Method "${method}" not allowed.`, { allow: allowed.join(", ") });
export const tooLarge = () => detail(413, "The request body is larger than 1 MiB.");
export const unsupportedMediaType = (type: string) =>
  detail(415, `Unsupported media type "${type}" in request.`);
export const notJson = (reason: string) => detail(400, `JSON parse error - ${reason}`);

/** A rule of the business said no. */
export const refused = (text: string) => new AmpRefusal(400, { Error: text });

/** One or more fields are wrong. */
export const invalid = (fields: FieldErrors) => new AmpRefusal(400, fields);
