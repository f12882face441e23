/** A table as text (RFC 4180), as spreadsheets save and copy it. */

export interface CsvTable {
  /** Without empty lines; each cell without the spaces around it. */
  rows: string[][];
  /** The line in the text, counted from 1, on which each row begins. */
  lines: number[];
  /** The line of a quote that never ends; what follows it was not read. */
  openQuoteLine: number | null;
}

const DELIMITERS = ["\t", ";", ","] as const;

/**
 * Reads comma, semicolon or tab separated text: quotes with doubled quotes inside, line breaks inside quotes, every
 * kind of line end, a byte order mark. Which separator it is, the first line says.
 */
export function parseCsv(text: string, delimiter: string = delimiterOf(text)): CsvTable {
  const source = withoutMark(text);
  const table: CsvTable = { rows: [], lines: [], openQuoteLine: null };
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let began = 1;
  let wasQuoted = false;
  const endCell = () => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = "";
    wasQuoted = false;
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== "")) {
      table.rows.push(cells);
      table.lines.push(began);
    }
    cells = [];
  };
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '"' && cell.trim() === "" && !wasQuoted) {
      const quoted = readQuoted(source, at + 1);
      if (quoted === null) return { ...table, openQuoteLine: line };
      cell = quoted.text;
      wasQuoted = true;
      line += quoted.breaks;
      at = quoted.end;
    } else if (char === delimiter) endCell();
    else if (char === "\n" || char === "\r") {
      if (char === "\r" && source[at + 1] === "\n") at += 1;
      endRow();
      line += 1;
      began = line;
    } else if (!wasQuoted || char?.trim() !== "") cell += char;
  }
  if (cell !== "" || cells.length > 0 || wasQuoted) endRow();
  return table;
}

/** @returns null when the quote never ends; else the text, where its last quote stands, and the line breaks in it */
function readQuoted(source: string, from: number): { text: string; end: number; breaks: number } | null {
  let text = "";
  for (let at = from; at < source.length; at++) {
    if (source[at] !== '"') text += source[at];
    else if (source[at + 1] === '"') {
      text += '"';
      at += 1;
    } else return { text, end: at, breaks: text.match(/\r\n|\r|\n/g)?.length ?? 0 };
  }
  return null;
}

/** The separator that the first line with text has most of, outside quotes; a comma when it has none. */
function delimiterOf(text: string): string {
  const first = withoutMark(text).trimStart().split(/\r|\n/, 1)[0] ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const count = (one: string) => bare.split(one).length;
  const most = DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
  return count(most) > 1 ? most : ",";
}

const withoutMark = (text: string) => text.replace(/^\ufeff/, "");
