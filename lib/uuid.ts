/** The form of an id, as a part of a pattern. */
export const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** An id as it is written out, in small letters alone. */
export const WRITTEN_UUID = new RegExp(`^${UUID}$`);
/** An id as somebody may type it. */
export const TYPED_UUID = new RegExp(`^${UUID}$`, "i");

/** Whether a text out of an address may be asked of AMP or of the database as an id. */
export const isUuid = (text: string): boolean => TYPED_UUID.test(text);
