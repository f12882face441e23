import type { z } from "zod";
import type { FieldErrors } from "@/lib/errors";
import { parseExactJson } from "@/lib/exact-json";
import { type AmpRefusal, invalid, notJson, tooLarge } from "./refusal";

const MAX_BYTES = 1024 * 1024;

/** The body as JSON with exact decimals, or a form as an object. An absent body is an empty object. */
export async function readBody(request: Request): Promise<unknown> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) throw tooLarge();
  const text = new TextDecoder().decode(bytes);
  if (request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  if (text.trim() === "") return {};
  try {
    return parseExactJson(text);
  } catch (cause) {
    throw notJson(cause instanceof Error ? cause.message : "no JSON");
  }
}

/** Decodes a body or a query. @throws AmpRefusal with the messages per field */
export function decodeShape(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw fieldErrors(result.error, value);
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
  if (issue.code === "invalid_type") {
    if (value === undefined) return "This field is required.";
    if (value === null) return "This field may not be null.";
    return WANTED[issue.expected] ?? issue.message;
  }
  if (issue.code === "too_big" && issue.origin === "array") return "Only one entry per call is accepted.";
  if (issue.code === "too_small" && issue.origin === "string") return "This field may not be blank.";
  if (issue.code === "too_small") return `Ensure this value is greater than or equal to ${issue.minimum}.`;
  if (issue.code === "too_big") return `Ensure this value is less than or equal to ${issue.maximum}.`;
  return issue.message;
}
