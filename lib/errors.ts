/** The one error type. Inside, throw it; at a door, catch once and turn it into a `Result` or an HTTP status. */
export type ErrorCode =
  | "INVALID_INPUT"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "REJECTED"
  | "UNAVAILABLE"
  | "INTERNAL";

export type FieldErrors = Record<string, string[]>;

export interface ErrorOptions {
  cause?: unknown;
  fields?: FieldErrors;
  /** True when the same request may be sent again without harm. */
  retryable?: boolean;
  /** To what stands in the way. */
  link?: ErrorLink;
  /** Nothing failed: what was asked for is being made, and is there later. */
  isUnderWay?: boolean;
}

export interface ErrorLink {
  /** One of `routes`. */
  href: string;
  label: string;
}

export class AppError extends Error {
  readonly fields: FieldErrors | undefined;
  readonly retryable: boolean;
  readonly link: ErrorLink | undefined;
  readonly isUnderWay: boolean;

  /** @param message for people: what happened, what is safe, what to do. Never carries a secret or a payload. */
  constructor(
    readonly code: ErrorCode,
    message: string,
    { cause, fields, retryable = false, link, isUnderWay = false }: ErrorOptions = {},
  ) {
    super(message, { cause });
    this.name = "AppError";
    this.fields = fields;
    this.retryable = retryable;
    this.link = link;
    this.isUnderWay = isUnderWay;
  }
}

/** What was typed into one field is wrong. @param message stands under it */
export const fieldError = (field: string, message: string): AppError =>
  new AppError("INVALID_INPUT", message, { fields: { [field]: [message] } });

/** @throws AppError INVALID_INPUT under the field */
export function refuse(field: string, isWrong: boolean, message: string): void {
  if (isWrong) throw fieldError(field, message);
}

/** The service that was asked cannot be reached now. */
export const isAway = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === "UNAVAILABLE";

/** Whether nobody can tell if what was asked for happened. */
export const isUnclear = (error: unknown): boolean =>
  !(error instanceof AppError) || isUnclearCode(error.code);
export const isUnclearCode = (code: ErrorCode): boolean => code === "UNAVAILABLE" || code === "INTERNAL";

/** What a door tells the browser. */
export interface ErrorView {
  code: ErrorCode;
  message: string;
  fields?: FieldErrors;
  link?: ErrorLink;
  retryable: boolean;
  isUnderWay?: true;
  /** Said by the browser: a newer desk answers, for which the page has to be loaded anew. */
  isOutdated?: true;
  requestId: string;
}

export type Result<T> = { ok: true; data: T } | { ok: false; error: ErrorView };

const STATUS: Record<ErrorCode, number> = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  REJECTED: 422,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

export const httpStatus = (code: ErrorCode): number => STATUS[code];
