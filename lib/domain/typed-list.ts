/** What a person types as a list, one a line or separated by blanks, commas or semicolons, each once. */
export const typedList = (text: string): string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((part) => part !== "")),
];
