import type { z } from "zod";
import type { FieldErrors } from "@/lib/errors";
import { parseExactJson } from "@/lib/exact-json";
import { type AmpRefusal, invalid, notJson, tooLarge, unsupportedMediaType } from "./refusal";

const MAX_BYTES = 1024 * 1024;
const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * The body as JSON with exact decimals; an absent one is an empty object.
 * @param takesForm whether a form is read too, as the login does
 * @throws AmpRefusal 400, 413 or 415
 */
export async function readBody(request: Request, { takesForm = false } = {}): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.byteLength === 0) return {};
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  const mediaType = type.trim().toLowerCase();
  if (mediaType === FORM_TYPE && takesForm) return Object.fromEntries(new URLSearchParams(textOf(bytes)));
  if (mediaType !== JSON_TYPE) throw unsupportedMediaType(mediaType);
  return parseJson(textOf(bytes));
}

/** Stops reading where a body becomes too large, so that nobody fills the memory. */
async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > MAX_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notJson("the body is not UTF-8");
  }
}

function parseJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw notJson(cause.message);
    throw notJson("the body is nested too deeply");
  }
}

/** Decodes a body or a query. @throws AmpRefusal with the messages per field */
export function decodeShape(schema: z.ZodType, value: unknown): unknown {
  const unstorable = unstorableTexts(value);
  if (Object.keys(unstorable).length > 0) throw invalid(unstorable);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw fieldErrors(result.error, value);
}

/** Texts that no database column and no JSON in UTF-8 can hold, by field. Walks without recursion. */
function unstorableTexts(value: unknown): FieldErrors {
  const fields: FieldErrors = {};
  const open: [field: string, value: unknown][] = [["non_field_errors", value]];
  for (const [field, inner] of open) {
    if (typeof inner === "string") {
      if (inner.includes("\0")) fields[field] = ["Null characters are not allowed."];
      else if (/\p{Surrogate}/u.test(inner)) fields[field] = ["Surrogate characters are not allowed."];
    } else if (Array.isArray(inner)) {
      for (const entry of inner) open.push([field, entry]);
    } else if (typeof inner === "object" && inner !== null) {
      for (const entry of Object.entries(inner)) open.push(entry);
    }
  }
  return fields;
}

function fieldErrors(error: z.ZodError, value: unknown): AmpRefusal {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.findLast((part) => typeof part === "string") ?? "non_field_errors";
    const messages = fields[field] ?? [];
    messages.push(messageOf(issue, at(value, issue.path)));
    fields[field] = messages;
  }
  return invalid(fields);
}

const at = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );

const WANTED: Record<string, string> = {
  int: "A valid integer is required.",
  number: "A valid integer is required.",
  string: "Not a valid string.",
  boolean: "Must be a valid boolean.",
  array: "Expected a list of items.",
  object: "Invalid data. Expected a dictionary.",
};

function messageOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return "This field is required.";
      if (value === null) return "This field may not be null.";
      return WANTED[issue.expected] ?? issue.message;
    case "too_big":
      if (issue.origin === "array") return "Only one entry per call is accepted.";
      if (issue.origin === "string") return `Ensure this field has no more than ${issue.maximum} characters.`;
      return `Ensure this value is less than or equal to ${issue.maximum}.`;
    case "too_small":
      if (issue.origin === "array") return "This list may not be empty.";
      if (issue.origin === "string") return "This field may not be blank.";
      return `Ensure this value is greater than or equal to ${issue.minimum}.`;
    default:
      return issue.message;
  }
}
