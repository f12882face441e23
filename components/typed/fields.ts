import { putChoice, readChoice } from "./choices";
import type { KeptField } from "./kept-typed";

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

interface Marks extends Pick<Field, "type" | "name" | "disabled"> {
  autocomplete: string;
  readOnly?: boolean;
}

/** Secrets, files, what the page put there itself, and buttons. A search field's words stand in the address. */
const NEVER = /^(password|file|hidden|search|submit|button|reset|image)$/;
const SECRETS = /pass(word|phrase)|one-time-code|token|secret|blinder|totp|mnemonic/i;
/** The filters of a list follow the address. */
const FIELDS = ":is(:is(input, select, textarea)[name], [data-choice]):not(search *)";

/** A field without a name is a confirmation typed by hand, or a tick that agrees: those are given anew. */
export const isKeepable = ({ type, name, autocomplete, disabled, readOnly }: Marks): boolean =>
  name !== "" && !disabled && !readOnly && !NEVER.test(type) && !SECRETS.test(`${name} ${autocomplete}`);

const fieldsOf = (root: ParentNode): Field[] =>
  [...root.querySelectorAll<Field>(FIELDS)].filter((field) => isChoice(field) || isKeepable(field));

const isChoice = (field: Field): boolean => field.dataset.choice !== undefined;

const isTick = (field: Field): field is HTMLInputElement =>
  field.type === "radio" || field.type === "checkbox";

const isChecked = (field: Field): boolean => isTick(field) && field.checked;

/** What the page came with; a field whose form keeps its value says so only until somebody changes it. */
export const startOf = (field: Field): string => {
  if (isChoice(field)) return "";
  if (isTick(field)) return String(field.defaultChecked);
  // A field of several lines has one kind of line end, wherever its words come from.
  return "defaultValue" in field ? field.defaultValue.replaceAll(/\r\n?/g, "\n") : "";
};

const heldIn = (field: Field): string => {
  if (isChoice(field)) return readChoice(field);
  return isTick(field) ? String(field.checked) : field.value;
};

/** Typed before this script had come. */
const differs = (field: Field): boolean =>
  (isTick(field) || isChoice(field) || "defaultValue" in field) && heldIn(field) !== startOf(field);

/** What fields held before a person changed them. */
export type Touched = Pick<WeakMap<object, string>, "get" | "has">;

type Place = Pick<KeptField, "dialog" | "about" | "name" | "label">;

function placeOf(field: Field): Place {
  const title = field.closest("dialog")?.getAttribute("aria-labelledby");
  const about = field.closest("form[data-about]")?.getAttribute("data-about");
  return {
    dialog: (title && document.getElementById(title)?.textContent) || "",
    ...(about ? { about } : {}),
    name: field.dataset.choice ?? field.name,
    label: isTick(field)
      ? field.value
      : (field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? ""),
  };
}

const isSame = (one: Place, other: Place): boolean =>
  one.dialog === other.dialog &&
  one.about === other.about &&
  one.name === other.name &&
  one.label === other.label;

const isSameField = (one: KeptField, other: KeptField): boolean =>
  isSame(one, other) && one.position === other.position;

/** With what was kept before and still waits, for a dialog that nobody has opened again. */
export const withWaiting = (typed: KeptField[], waiting: readonly KeptField[]): KeptField[] => [
  ...typed,
  ...waiting.filter((one) => !typed.some((field) => isSameField(field, one))),
];

export function readTyped(root: ParentNode, touched: Touched): KeptField[] {
  const fields = fieldsOf(root);
  const places = fields.map(placeOf);
  return fields.flatMap((field, index) => {
    const place = places[index];
    // Of radio buttons the chosen one says all; words of a search are none of the choice.
    const isSilent = isChoice(field) ? !differs(field) : field.type === "radio" && !isChecked(field);
    if (!place || isSilent || !(touched.has(field) || differs(field))) return [];
    const position = places.slice(0, index).filter((earlier) => isSame(earlier, place)).length;
    return [{ ...place, position, start: touched.get(field) ?? startOf(field), value: heldIn(field) }];
  });
}

/**
 * Puts back what finds its field.
 * @returns what does not find it yet: its dialog is closed, or its part still loads; and how many are back. What somebody
 * has typed there since stays, and what was kept for it goes.
 */
export function putBack(
  root: ParentNode,
  kept: readonly KeptField[],
  touched: Touched,
): { rest: KeptField[]; back: number } {
  let back = 0;
  const rest = kept.filter((one) => {
    const field = fieldsOf(root).filter((each) => isSame(placeOf(each), one))[one.position];
    if (!field || !isAlive(field) || isOfAnother(field, one)) return true;
    if (touched.has(field) || differs(field)) return false;
    // What it replaces: whoever saves it must not write over what came there since.
    field.dataset.start = one.start;
    if (!put(field, one.value)) return true;
    back += 1;
    return false;
  });
  return { rest, back };
}

/** Two rows may have dialogs of the same title, whose forms do not say what they are about. */
const isOfAnother = (field: Field, { dialog, about, start }: KeptField): boolean =>
  dialog !== "" && about === undefined && startOf(field) !== start;

/** React has taken the field over and hears what changes in it; before, a form that keeps its values would not learn. */
const isAlive = (field: Field): boolean => Object.keys(field).some((key) => key.startsWith("__reactProps$"));

function put(field: Field, value: string): boolean {
  if (isChoice(field)) return putChoice(field, value);
  if (isTick(field)) {
    if (String(field.checked) !== value) field.click();
    return true;
  }
  // Past React's own setter, which would take the new value for one that it knows of.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  return true;
}
