/** Elements that HTML never closes. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * Words of the buttons and links in drawn HTML, with whether the palette finds them among the page's decisions. Dialogs
 * are left out, as the palette does.
 */
export function buttonsIn(html: string): { words: string; isCommand: boolean }[] {
  const open: { name: string; marks: string; words: string }[] = [];
  const found: { words: string; isCommand: boolean }[] = [];
  for (const [, end, name = "", marks = "", text = ""] of html.matchAll(
    /<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/gi,
  )) {
    if (text) for (const one of open) one.words += text;
    else if (end) {
      const one = open.pop();
      const isInDialog = open.some((other) => other.name === "dialog");
      if (one && /^(button|a)$/.test(one.name) && !isInDialog && one.words.trim() !== "")
        found.push({
          words: one.words.trim(),
          isCommand: open.some((other) => /\bdata-commands\b/.test(other.marks)),
        });
    } else if (!VOID.test(name) && !marks.endsWith("/")) open.push({ name, marks, words: "" });
  }
  return found;
}
