const [QUOTE, COMMA, OPEN_ARRAY, ESCAPE, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [
  34, 44, 91, 92, 93, 123, 125,
];
/** No row of AMP comes near it; what is longer is no list. */
const LONGEST_ROW = 4_000_000;

/**
 * Cuts the text of a JSON array into the texts of its elements while it arrives, so that no more than one of them is
 * held. It finds where they end; whether each is JSON, its reader finds out.
 * @throws SyntaxError when the text is no array, or `end` comes before its last bracket
 */
export function createRowCutter() {
  let place: "before" | "inside" | "after" = "before";
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let hadComma = false;
  let begun = "";

  const take = (rows: string[], text: string, isLast: boolean) => {
    const row = begun + text;
    begun = "";
    if (isLast && !hadComma && row.trim() === "") return;
    rows.push(row);
  };

  return {
    /** @returns the elements that ended in this piece of the text */
    push(text: string): string[] {
      const rows: string[] = [];
      let start = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (isString) {
          if (isEscaped) isEscaped = false;
          else if (code === ESCAPE) isEscaped = true;
          else if (code === QUOTE) isString = false;
          continue;
        }
        if (place !== "inside") {
          if (code <= 32) continue;
          if (place === "after" || code !== OPEN_ARRAY) throw new SyntaxError("The answer is no list.");
          place = "inside";
          start = at + 1;
        } else if (code === QUOTE) isString = true;
        else if (code === OPEN_ARRAY || code === OPEN_OBJECT) depth += 1;
        else if ((code === CLOSE_ARRAY || code === CLOSE_OBJECT) && depth > 0) depth -= 1;
        else if (code === CLOSE_ARRAY) {
          take(rows, text.slice(start, at), true);
          place = "after";
        } else if (code === COMMA && depth === 0) {
          take(rows, text.slice(start, at), false);
          hadComma = true;
          start = at + 1;
        }
      }
      if (place === "inside") begun += text.slice(start);
      if (begun.length > LONGEST_ROW) throw new SyntaxError("A row of the list does not end.");
      return rows;
    },
    end(): void {
      if (place !== "after") throw new SyntaxError("The list was cut off.");
    },
  };
}
