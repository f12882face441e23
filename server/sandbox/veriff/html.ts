/** Text that is markup already. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | null | false | Markup | readonly Markup[];

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Puts values into markup; whatever is not markup itself is escaped, null and false are nothing. */
export const html = (words: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(words.reduce((text, word, place) => text + markupOf(parts[place - 1] ?? null) + word));

function markupOf(part: Part): string {
  if (part === null || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("");
  return escaped(`${part}`);
}
