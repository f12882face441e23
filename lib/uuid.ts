/** The form of an id, as a part of a pattern. */
export const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const WHOLE = new RegExp(`^${UUID}$`, "i");

/** Whether a text out of an address may be asked of AMP or of the database as an id. */
export const isUuid = (text: string): boolean => WHOLE.test(text);
