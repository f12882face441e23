/** Words and tags of each item, in the order of the numbers. */
export type Groups = Record<string, [words: string, tags: string][]>;
