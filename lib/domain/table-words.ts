/** The words of tables that people bring, in the languages of the desk. */

const YES = ["yes", "y", "true", "1", "x", "ja", "j", "wahr"];
const NO = ["no", "n", "false", "0", "nein", "falsch"];

export interface OwnWords {
  yes: readonly string[];
  no: readonly string[];
}

/** Null for a word that is neither; `own` are further words of one column, in small letters. */
export function readYesNo(cell: string, own: OwnWords): boolean | null {
  const word = cell.toLowerCase();
  if (YES.includes(word) || own.yes.includes(word)) return true;
  return NO.includes(word) || own.no.includes(word) ? false : null;
}

/** Which column a head means: what it is called, in small letters, without spaces and signs. */
export function columnOf<Column extends string>(
  heads: Record<Column, readonly string[]>,
  head: string,
): Column | undefined {
  const name = head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return (Object.keys(heads) as Column[]).find((column) => heads[column].includes(name));
}
