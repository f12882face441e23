/** What `ilike` finds a text by, wherever it stands; its own wildcards are taken as they are. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
