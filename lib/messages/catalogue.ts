/** The languages the desk and the portal speak. The first one is the language of the sources. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** What another language has for the texts of one noun: the same shape, each text in that language. */
export type Translation<Text> = Text extends string
  ? string
  : Text extends (...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Translation<Result>
    : { [Key in keyof Text]: Translation<Text[Key]> };

/** A whole language: each noun's texts by the name of its export. */
export type Dictionary = Readonly<Record<string, object>>;

interface Speech {
  /** The language of what is being answered on the server; in a browser the language of the page. */
  language: () => Language;
  dictionaries: Partial<Record<Language, Dictionary>>;
  /** On a server: what is read instead of a text whose words are stored; undefined while they are not. */
  note?: (path: readonly string[], english: unknown) => unknown;
}

/**
 * One for the process: a server has several copies of every module (of server components, of their clients, of
 * start-up), which must speak the same language.
 */
const KEY = Symbol.for("ampdesk.speech");
const shared = globalThis as { [KEY]?: Speech };
shared[KEY] ??= { language: () => "en", dictionaries: {} };
export const speech: Speech = shared[KEY];

/**
 * The texts of a noun, each in the language that is spoken when it is read. Reading one while a module loads would fix
 * its language for everybody: `lib/messages/reading.test.ts` finds such a place. A group of texts may be taken out at
 * any time; it stays a catalogue.
 */
export const catalogue = <Texts extends object>(name: string, english: Texts): Texts =>
  spoken(english, [name], () => speech.dictionaries[speech.language()]?.[name]);

function spoken<Texts extends object>(
  english: Texts,
  path: readonly string[],
  translated: () => object | undefined,
): Texts {
  const groups = new Map<PropertyKey, object>();
  return new Proxy(english, {
    get(texts, key) {
      const text: unknown = Reflect.get(texts, key);
      if (!Object.hasOwn(texts, key)) return text;
      const other = () => {
        const group = translated();
        return group === undefined ? undefined : Reflect.get(group, key);
      };
      const place = [...path, String(key)];
      if (typeof text !== "object" || text === null) return speech.note?.(place, text) ?? other() ?? text;
      const known = groups.get(key);
      if (known !== undefined) return known;
      const group = spoken(text, place, other);
      groups.set(key, group);
      return group;
    },
  });
}
