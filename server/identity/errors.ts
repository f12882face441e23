import { now } from "@/server/platform/clock";

/** The error codes of the wire with their fixed words. */
const DESCRIPTIONS = {
  "0101": "Invalid signup data",
  "0110": "reCAPTCHA verification failed",
  "0111": "Missing Veriff session",
  "0204": "Invalid JWT",
  "0206": "Failed to register JWT",
  "0208": "Invalid refresh token",
  "0209": "Payload missing for address",
  "0210": "Signature is invalid",
  "0211": "Text to sign is not available",
  "0301": "Missing user address defined in JWT",
  "0302": "Failed to get Pinata JWT for user",
  "0401": "Blockchain id not supported",
  "0402": "Blockchain data is not provided",
  "0403": "Blockchain contract version is not supported",
  "0501": "Too many requests",
} as const;

export type ErrorCode = keyof typeof DESCRIPTIONS;

/** An answer other than success; thrown anywhere below the handler. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    /** By path, because one of the shapes names it; null for an empty answer. */
    readonly bodyAt: (path: string) => object | null,
    readonly headers: Record<string, string> = {},
  ) {
    super(`refused with ${status}`);
  }
}

/** A rule of the service said no. `message` is for people. */
export const businessError = (code: ErrorCode, message: string, status: 400 | 500 = 400): Refusal =>
  new Refusal(status, () => ({ description: DESCRIPTIONS[code], err_code: code, message, errors: {} }));

/** A caller that calls too often. */
export const tooManyCalls = (retryAfterSeconds: number): Refusal => {
  const message = `Too many requests; try again in ${retryAfterSeconds} s`;
  const body = { description: DESCRIPTIONS["0501"], err_code: "0501", message, errors: {} };
  return new Refusal(429, () => body, { "Retry-After": `${retryAfterSeconds}` });
};

/** The bearer is missing (0206) or does not verify (0204): always 400, clients know nothing else. */
export const authenticationError = (code: "0204" | "0206", headers?: Record<string, string>): Refusal => {
  const message = code === "0204" ? "Invalid JWT" : "Full authentication is required to access this resource";
  return new Refusal(400, () => ({ description: DESCRIPTIONS[code], err_code: code, message }), headers);
};

const REASONS = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

/** What the original's framework answers: no words about the cause. */
export const frameworkError = (status: keyof typeof REASONS, headers?: Record<string, string>): Refusal =>
  new Refusal(
    status,
    (path) => ({
      timestamp: now().toISOString().replace("Z", "+00:00"),
      status,
      error: REASONS[status],
      path,
    }),
    headers,
  );

/** A status and nothing else. */
export const emptyError = (status: 400 | 403 | 404 | 502): Refusal => new Refusal(status, () => null);
