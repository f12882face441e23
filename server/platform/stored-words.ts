import { AsyncLocalStorage } from "node:async_hooks";
import { decodeJson, encodeJson } from "@/lib/json";
import { type Language, speech } from "@/lib/messages/catalogue";

/** The language of what is being done, or that its words are stored, for somebody to read in a language of his own. */
const KEY = Symbol.for("ampdesk.spoken-now");
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Language | "stored"> };
shared[KEY] ??= new AsyncLocalStorage();
export const spokenNow = shared[KEY];

const isStored = () => spokenNow.getStore() === "stored";

/** From the moment on in which anything of this is used, every text of the process asks here. */
function listen(): void {
  speech.language = () => {
    const language = spokenNow.getStore();
    return language === undefined || language === "stored" ? "en" : language;
  };
  speech.note = (path, english) => (isStored() ? noteOf(path, english) : undefined);
}
listen();

/** Texts that `work` reads are in this language, whoever asked for it. */
export const inLanguage = <T>(language: Language, work: () => T): T => spokenNow.run(language, work);

/**
 * Each text that `work` reads is a note of which one it is and what was put into it: it can be part of a sentence and of
 * another text, be compared and be stored like any text. `said` makes words of it. It must go to no foreign system.
 */
export const inStoredWords = <T>(work: () => T): T => spokenNow.run("stored", work);

interface Note {
  /** The catalogue's name and the keys in it. */
  at: readonly string[];
  /** What the text was called with. */
  with?: unknown[];
  /** Which part of what the text returned. */
  part?: readonly string[];
  /** The words in English, for a desk that does not have the text any more. */
  en: string;
}

/** Around a note; texts have no such characters, and JSON spells them out, so that one note can hold others. */
const [BEGIN, END] = ["\u0002", "\u0003"];
const NOTE = new RegExp(`${BEGIN}([^${BEGIN}${END}]*)${END}`, "g");

const toText = (note: Note): string => BEGIN + encodeJson(note) + END;

function noteOf(at: readonly string[], english: unknown): unknown {
  if (typeof english === "string") return toText({ at, en: english });
  if (typeof english !== "function") return undefined;
  return (...values: unknown[]) => {
    const result: unknown = inLanguage("en", () => english(...said(values)));
    return mapTexts(result, (en, part) => toText({ at, with: values, en, ...(part.length ? { part } : {}) }));
  };
}

/** The same with words for every note in it, in the language that is spoken now. What was stored as words stays so. */
export const said = <T>(value: T): T => (isStored() ? value : (mapTexts(value, wordsIn) as T));

const wordsIn = (text: string): string =>
  text.includes(BEGIN) ? text.replace(NOTE, (_, json: string) => wordsOf(json)) : text;

function wordsOf(json: string): string {
  const note = readNote(json);
  if (typeof note?.en !== "string") return ""; // nobody's words: whatever put these characters there
  try {
    return translated(note);
  } catch {
    return note.en; // the text takes something else by now
  }
}

function readNote(json: string): Note | null {
  try {
    return decodeJson(json) as Note;
  } catch {
    return null;
  }
}

function translated({ at, with: values, part = [], en }: Note): string {
  const text = valueAt(speech.dictionaries[speech.language()], at);
  const found = typeof text === "function" && values ? valueAt(text(...said(values)), part) : text;
  return typeof found === "string" ? found : en;
}

const valueAt = (from: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => {
    const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isThere ? (value as Record<string, unknown>)[key] : undefined;
  }, from);

function mapTexts(
  value: unknown,
  toText: (text: string, path: string[]) => string,
  path: string[] = [],
): unknown {
  if (typeof value === "string") return toText(value, path);
  if (Array.isArray(value)) return value.map((one, at) => mapTexts(one, toText, [...path, String(at)]));
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapTexts(one, toText, [...path, key])]),
  );
}
