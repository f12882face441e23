import type { ListPage } from "@/lib/contracts/list";

/** One request that went to AMP, with the secrets it carried: whoever keeps it removes them first. */
export interface AmpCallSeen {
  at: Date;
  method: string;
  /** Below the base URL. */
  path: string;
  query: Record<string, string>;
  /** As AMP got it; undefined without one. */
  body: unknown;
  /** Null: no answer came. */
  status: number | null;
  /** Until the answer was there; of one that is read row by row, until it began. */
  durationMs: number;
  /** Null without an answer, and for one that is read row by row. */
  answer: string | null;
  /** What AMP said where it refused, without what it quoted of the request's secrets and of people. */
  refusal: string | null;
}

/** What stands in the log where a secret or a person's data stood. */
export const REMOVED = "<removed>";

/** Longer bodies are not kept. */
export const MAX_BODY_CHARS = 16_384;

const SECRET =
  /password|passphrase|secret|blinder|blinding|private|mnemonic|^(?:authorization|(?:api_?)?(?:token|key))$/i;

/** Fields that name people, or hold words about them, by the beginning of the path. */
const PERSONAL: readonly [path: RegExp, field: RegExp][] = [
  [/^\/registered_users\b/, /^(?:name|email|phone|address|date_of_birth)$/i],
  [/^\/(?:managers|user)\b/, /^(?:username|email|name)$/i],
];

/** Bodies that are nothing but such a text. */
const PERSONAL_TEXT = [/^\/assets\/[^/]+\/memo\b/];

/**
 * A request's body without secrets and personal data; what it is made of stays.
 * @param onHidden is told what is left out
 */
export function withoutSecrets(
  body: unknown,
  path: string,
  onHidden: (value: unknown) => void = () => {},
): unknown {
  const hide = (value: unknown) => {
    onHidden(value);
    return REMOVED;
  };
  if (typeof body === "string" && PERSONAL_TEXT.some((of) => of.test(path))) return hide(body);
  const personal = PERSONAL.filter(([of]) => of.test(path)).map(([, field]) => field);
  const isHidden = (name: string) => SECRET.test(name) || personal.some((field) => field.test(name));
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean);
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        isHidden(name) && part !== null ? hide(part) : clean(part),
      ]),
    );
  };
  return clean(body);
}

const EMAIL = /[^\s"'<>()[\]@]{1,64}@[^\s"'<>()[\]@]{1,255}/g;
/** A shorter one is looked for as a word of its own, because it may be a part of any other. */
const LONG_ENOUGH = 3;

/** What makes AMP's words about a request fit for the log: without what that request hides there, and without e-mail addresses. */
export function unquoting(body: unknown, path: string): (words: string) => string {
  const hidden = new Set<string>();
  withoutSecrets(body, path, (value) => collectTexts(value, hidden));
  const parts = [...hidden].sort((a, b) => b.length - a.length).map(patternOf);
  return (words) => parts.reduce((rest, part) => rest.replace(part, REMOVED), words).replace(EMAIL, REMOVED);
}

function collectTexts(value: unknown, found: Set<string>): void {
  if (typeof value === "string" && value.trim() !== "") found.add(value.trim());
  else if (value !== null && typeof value === "object")
    for (const part of Object.values(value)) collectTexts(part, found);
}

function patternOf(text: string): RegExp {
  const exact = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const isWord = text.length < LONG_ENOUGH;
  return new RegExp(isWord ? `(?<![\\p{L}\\p{N}])${exact}(?![\\p{L}\\p{N}])` : exact, "giu");
}

/** Not the numbers of `lib/exact-json.ts`, which are objects too. */
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;

/** What an answer looked like, without a value of it. */
export type AnswerForm =
  | { kind: "list"; count: number; fields: string[] }
  | { kind: "object"; fields: string[] }
  | { kind: "value" | "text" | "empty" };

const MAX_FIELDS = 40;
/** Keys that are data, as addresses and asset ids are, are no names of fields. */
const FIELD = /^[A-Za-z][A-Za-z_]{0,40}$/;

/** The form of an answer's text. */
export function formOf(text: string): AnswerForm {
  if (text.trim() === "") return { kind: "empty" };
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { kind: "text" };
  }
  if (Array.isArray(answer)) return { kind: "list", count: answer.length, fields: fieldsOf(answer[0]) };
  return answer !== null && typeof answer === "object"
    ? { kind: "object", fields: fieldsOf(answer) }
    : { kind: "value" };
}

const fieldsOf = (value: unknown): string[] =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.keys(value)
        .filter((name) => FIELD.test(name))
        .slice(0, MAX_FIELDS)
    : [];

export const CALL_METHODS = ["GET", "POST", "PUT", "DELETE"] as const;
/** "0": no answer. */
export const CALL_STATUSES = ["2xx", "3xx", "4xx", "5xx", "0"] as const;

export interface AmpCallRow {
  id: bigint;
  at: Date;
  method: string;
  path: string;
  query: Record<string, string>;
  /** Its name in the table of endpoints. */
  endpoint: string | null;
  /** Null: no answer came. */
  status: number | null;
  durationMs: number;
  answerBytes: number | null;
  /** AMP's words where it refused. */
  refusal: string | null;
  personName: string | null;
  operationId: string | null;
  requestId: string;
}

export interface AmpCallDetail extends AmpCallRow {
  /** JSON; null without a body, and where it was too long to keep. */
  body: string | null;
  bodyBytes: number | null;
  answer: AnswerForm | null;
}

export type AmpCallPage = ListPage<AmpCallRow>;
