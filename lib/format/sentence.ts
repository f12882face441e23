/** Words of others that another sentence follows. */
export const asSentence = (words: string): string => words.trim().replace(/(?<![.!?…:])$/, ".");
