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

/** In the files that the desk writes, what begins so is about the file. A space follows it. */
const ABOUT = "# ";
/**
 * The desk's own files say at their head that they end with this line. It is one cell, so that it adds nothing to a column
 * that somebody sums up.
 */
export const LAST_LINE = { head: `${ABOUT}Last line`, begin: `${ABOUT}Rows:` };
export const lastLine = (rows: number): string => `${LAST_LINE.begin} ${rows}`;

export interface ReadCsv extends CsvTable {
  /** What a file of the desk's says of itself: term and value. */
  about: [term: string, value: string][];
  /** It says that a last line follows the rows, and none does. */
  isCut: boolean;
}

/** The same without what a file of the desk's says of itself; any other file as it is. */
export function parseFile(text: string): ReadCsv {
  const table = parseCsv(text);
  const isRow = ([first = ""]: string[]) => !first.startsWith(ABOUT);
  const names = table.rows.findIndex(isRow);
  const head = table.rows.slice(0, names === -1 ? table.rows.length : names);
  const isOurs = head.some(([first]) => first === LAST_LINE.head);
  if (!isOurs) return { ...table, about: [], isCut: false };
  // A spreadsheet may have sorted it in among the others.
  const ends = (row: string[]) =>
    row[0]?.startsWith(LAST_LINE.begin) && row.every((cell, at) => at === 0 || cell === "");
  const kept = table.rows.flatMap((row, at) => (at < head.length || ends(row) ? [] : [at]));
  return {
    rows: kept.map((at) => table.rows[at] ?? []),
    lines: kept.map((at) => table.lines[at] ?? 0),
    openQuoteLine: table.openQuoteLine,
    about: head.map(([term = "", value = ""]) => [term.slice(ABOUT.length), value]),
    isCut: !table.rows.some(ends),
  };
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
