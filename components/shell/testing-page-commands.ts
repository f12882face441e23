/** Elements that HTML never closes. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

interface Element {
  name: string;
  marks: string;
  words: string;
  hasCode: boolean;
}

const isButton = ({ name, marks }: Element) =>
  name === "button" || (name === "a" && /\bclass="[^"]*\bselect-none\b/.test(marks));
const isNone = ({ marks, hasCode }: Element) =>
  hasCode ||
  /\s(disabled|aria-disabled="true"|data-export|data-read-again|popovertarget)(?=[\s=]|$)/i.test(marks);
const keepsItsOwn = ({ name, marks }: Element) =>
  /^(dialog|nav|thead)$/.test(name) || /\spopover(?=[\s=]|$)/i.test(marks);

/** Words of the buttons in drawn HTML that the palette finds (page-commands.ts), those of a table's rows among them. */
export function buttonsIn(html: string): string[] {
  const open: Element[] = [];
  const found: string[] = [];
  for (const [, end, name = "", marks = "", text = ""] of html.matchAll(
    /<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/gi,
  )) {
    if (text) for (const one of open) one.words += text;
    else if (end) {
      const one = open.pop();
      if (one && isButton(one) && !isNone(one) && !open.some(keepsItsOwn)) {
        const words = (/\saria-label="([^"]*)"/.exec(one.marks)?.[1] ?? one.words).trim();
        if (words !== "") found.push(words);
      }
    } else if (!VOID.test(name) && !marks.endsWith("/")) {
      if (name === "code") for (const one of open) one.hasCode = true;
      open.push({ name, marks, words: "", hasCode: false });
    }
  }
  return found;
}
