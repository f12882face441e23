import { createRowCutter } from "./json-rows";

const [QUOTE, COMMA, COLON, OPEN_ARRAY, ESCAPE, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [
  34, 44, 58, 91, 92, 93, 123, 125,
];
/** No name of a member comes near it. */
const LONGEST_NAME = 200;

/**
 * The same as `createRowCutter` for the list that an object has under `name`; what else the object has is passed over.
 * @throws SyntaxError when the text is no object with such a list, or `end` comes before its last bracket
 */
export function createMemberCutter(name: string) {
  const cutter = createRowCutter();
  const wanted = JSON.stringify(name);
  let place: "before" | "inside" | "after" = "before";
  let list: "before" | "inside" | "after" = "before";
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  /** The last text in quotes among the object's own members, and the name of the one that is being read. */
  let quoted = "";
  let member = "";

  const refuse = (): never => {
    throw new SyntaxError("The answer has no such list.");
  };

  const inString = (code: number, letter: string) => {
    if (isEscaped) isEscaped = false;
    else if (code === ESCAPE) isEscaped = true;
    else if (code === QUOTE) isString = false;
    if (depth === 1 && quoted.length < LONGEST_NAME) quoted += letter;
  };

  /** @returns whether the list begins or ends with this letter */
  const outside = (code: number, letter: string): boolean => {
    if (code === QUOTE) {
      isString = true;
      quoted = letter;
    } else if (code === COLON && depth === 1) member = quoted;
    else if (code === COMMA && depth === 1) member = "";
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      depth += 1;
      return code === OPEN_ARRAY && depth === 2 && list === "before" && member === wanted;
    } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === 0) place = "after";
      return depth === 1 && list === "inside";
    }
    return false;
  };

  return {
    /** @returns the list's elements that ended in this piece of the text */
    push(text: string): string[] {
      const rows: string[] = [];
      let start = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (isString) inString(code, text.charAt(at));
        else if (place === "inside") {
          if (!outside(code, text.charAt(at))) continue;
          if (list === "before") {
            list = "inside";
            start = at;
          } else {
            list = "after";
            rows.push(...cutter.push(text.slice(start, at + 1)));
          }
        } else if (code > 32) {
          if (place === "after" || code !== OPEN_OBJECT) refuse();
          place = "inside";
          depth = 1;
        }
      }
      if (list === "inside") rows.push(...cutter.push(text.slice(start)));
      return rows;
    },
    end(): void {
      if (place !== "after") refuse();
      cutter.end();
    },
  };
}
