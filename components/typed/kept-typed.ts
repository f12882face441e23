/** What somebody had typed or chosen in one field. */
export interface KeptField {
  /** The dialog's title; empty on the page itself. */
  dialog: string;
  /** What the form says it is about, where several dialogs may have the same title. */
  about?: string;
  name: string;
  /** The words beside the field; of radio buttons and boxes their value, because words beside them may tell of figures. */
  label: string;
  /** Of several that are called the same, which. */
  position: number;
  /** What the field held before anybody changed it. */
  start: string;
  value: string;
}

/** For whom and on which page: nobody else finds it, and it stands nowhere else. */
export interface KeptTyped {
  owner: string;
  path: string;
  fields: KeptField[];
}

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "ampdesk.typed";

/** Keeps it for this tab. A shelf that is full or closed keeps nothing: then it has to be typed again. */
export function keepTyped(shelf: Shelf, kept: KeptTyped): void {
  try {
    if (kept.fields.length === 0) shelf.removeItem(KEY);
    else shelf.setItem(KEY, JSON.stringify(kept));
  } catch {
    return;
  }
}

/** What this person left behind when the session ended; what another one left behind goes. */
export function openTyped(shelf: Shelf, owner: string): KeptTyped | null {
  try {
    const kept = JSON.parse(shelf.getItem(KEY) ?? "null") as KeptTyped | null;
    if (kept?.owner === owner && Array.isArray(kept.fields)) return kept;
  } catch {
    // Something else under our name is no reason for a page to stop.
  }
  forgetTyped(shelf);
  return null;
}

export function forgetTyped(shelf: Shelf): void {
  try {
    shelf.removeItem(KEY);
  } catch {
    return;
  }
}
