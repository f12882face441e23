import type { FieldErrors } from "@/lib/errors";

/** An answer that refuses: the status and the body exactly as AMP sends them. */
export class AmpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: object,
  ) {
    super(JSON.stringify(body));
    this.name = "AmpRefusal";
  }
}

const detail = (status: number, text: string) => new AmpRefusal(status, { detail: text });

export const notFound = () => detail(404, "Not found.");
export const noCredentials = () => detail(401, "Authentication credentials were not provided.");
export const invalidToken = () => detail(401, "Invalid token.");
export const inactive = () => detail(401, "User inactive or deleted.");
export const forbidden = () => detail(403, "You do not have permission to perform this action.");
export const methodNotAllowed = (method: string) => detail(405, `Method "${method}" not allowed.`);
export const tooLarge = () => detail(413, "The request body is larger than 1 MiB.");
export const notJson = (reason: string) => detail(400, `JSON parse error - ${reason}`);
export const notBuilt = () => detail(501, "This endpoint is not part of the sandbox yet.");

/** A rule of the business said no. */
export const refused = (text: string) => new AmpRefusal(400, { Error: text });

/** One or more fields are wrong. */
export const invalid = (fields: FieldErrors) => new AmpRefusal(400, fields);
