import type { FieldErrors } from "@/lib/errors";

/** What AMP said in an error body, in the order in which its shapes were seen on the real service. */
export interface AmpWords {
  message: string | null;
  fields: FieldErrors;
}

const MAX_WORDS = 300;

/**
 * Reads `Error`, `error`, `detail`, `non_field_errors[]`, then field arrays, then short raw text.
 * @param mask is put over each text before it is clipped: half a name is not found
 */
export function readAmpWords(text: string, mask: (words: string) => string = (words) => words): AmpWords {
  const clip = (words: string) => clipped(mask(words));
  const body = parseOrNull(text);
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    return { message: isPlainText(text) ? clip(text) : null, fields: {} };
  }
  const entries = body as Record<string, unknown>;
  const fields = fieldErrors(entries, clip);
  const general = [entries.Error, entries.error, entries.detail, firstText(entries.non_field_errors)];
  const message =
    general.find((part) => typeof part === "string" && part !== "") ?? Object.values(fields)[0]?.[0];
  return { message: typeof message === "string" ? clip(message) : null, fields };
}

const RESERVED = new Set(["Error", "error", "detail", "non_field_errors"]);

/** The same in one line, with the names of the fields; null where AMP said nothing. */
export function ampLine(text: string, mask: (words: string) => string): string | null {
  const { message, fields } = readAmpWords(text, mask);
  const named = Object.entries(fields).map(([name, texts]) => `${name}: ${texts.join(" ")}`);
  const isOfField = message !== null && Object.values(fields)[0]?.[0] === message;
  const parts = [...(message === null || isOfField ? [] : [message]), ...named];
  return parts.length === 0 ? null : clipped(parts.join(" "));
}

function fieldErrors(body: Record<string, unknown>, clip: (words: string) => string): FieldErrors {
  const fields: FieldErrors = {};
  for (const [name, value] of Object.entries(body)) {
    if (RESERVED.has(name) || !Array.isArray(value)) continue;
    const texts = value.filter((item) => typeof item === "string").map(clip);
    if (texts.length > 0) fields[camel(name)] = texts;
  }
  return fields;
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const firstText = (value: unknown) =>
  Array.isArray(value) ? value.find((item) => typeof item === "string") : undefined;
const clipped = (text: string) => (text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text);
const isPlainText = (text: string) => text !== "" && text.length <= MAX_WORDS && !text.includes("<");

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
