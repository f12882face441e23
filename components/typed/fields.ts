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
const FIELDS = ":is(input, select, textarea)[name]:not(search *)";

/** A field without a name is a confirmation typed by hand, or a tick that agrees: those are given anew. */
export const isKeepable = ({ type, name, autocomplete, disabled, readOnly }: Marks): boolean =>
  name !== "" && !disabled && !readOnly && !NEVER.test(type) && !SECRETS.test(`${name} ${autocomplete}`);

const fieldsOf = (root: ParentNode): Field[] =>
  [...root.querySelectorAll<Field>(FIELDS)].filter((field) => isKeepable(field));

const isTick = (field: Field): field is HTMLInputElement =>
  field.type === "radio" || field.type === "checkbox";

const isChecked = (field: Field): boolean => isTick(field) && field.checked;

/** Typed before this script had come: a field that keeps its value itself no longer says what the page came with. */
const differs = (field: Field): boolean => {
  if (isTick(field)) return field.checked !== field.defaultChecked;
  return "defaultValue" in field && field.value !== field.defaultValue;
};

type Place = Omit<KeptField, "value" | "position">;

function placeOf(field: Field): Place {
  const title = field.closest("dialog")?.getAttribute("aria-labelledby");
  return {
    dialog: (title && document.getElementById(title)?.textContent) || "",
    name: field.name,
    label: isTick(field)
      ? field.value
      : (field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? ""),
  };
}

const isSame = (one: Place, other: Place): boolean =>
  one.dialog === other.dialog && one.name === other.name && one.label === other.label;

/** @param isTouched whether a person changed this field */
export function readTyped(root: ParentNode, isTouched: (field: Field) => boolean): KeptField[] {
  const fields = fieldsOf(root);
  const places = fields.map(placeOf);
  return fields.flatMap((field, index) => {
    const place = places[index];
    // Of radio buttons the chosen one says all.
    const isSilent = field.type === "radio" && !isChecked(field);
    if (!place || isSilent || !(isTouched(field) || differs(field))) return [];
    const position = places.slice(0, index).filter((earlier) => isSame(earlier, place)).length;
    return [{ ...place, position, value: isTick(field) ? String(field.checked) : field.value }];
  });
}

/** Puts back what finds its field. @returns what does not find it yet: its dialog is closed, or its part still loads */
export function putBack(root: ParentNode, kept: readonly KeptField[]): KeptField[] {
  return kept.filter((one) => {
    const field = fieldsOf(root).filter((each) => isSame(placeOf(each), one))[one.position];
    if (!field || !isAlive(field)) return true;
    put(field, one.value);
    return false;
  });
}

/** React has taken the field over and hears what changes in it; before, a form that keeps its values would not learn. */
const isAlive = (field: Field): boolean => Object.keys(field).some((key) => key.startsWith("__reactProps$"));

function put(field: Field, value: string): void {
  if (isTick(field)) {
    if (String(field.checked) !== value) field.click();
    return;
  }
  // Past React's own setter, which would take the new value for one that it knows of.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}
