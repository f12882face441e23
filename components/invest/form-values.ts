/** What is typed and chosen in a form, by field. */
export type Values = Record<string, string>;

type FormField = HTMLInputElement | HTMLSelectElement;

/** A box that agrees to something is ticked anew, and a file cannot be kept. */
const fieldsOf = (form: HTMLFormElement | null): FormField[] =>
  [...(form?.elements ?? [])]
    .filter((element) => element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
    .filter(({ type }) => type !== "checkbox" && type !== "file");

const isRadio = (field: FormField): field is HTMLInputElement => field.type === "radio";

export const valuesOf = (form: HTMLFormElement | null): Values =>
  Object.fromEntries(
    fieldsOf(form)
      .filter((field) => !isRadio(field) || field.checked)
      .map(({ name, value }) => [name, value]),
  );

export function fill(form: HTMLFormElement | null, values: Values): void {
  for (const field of fieldsOf(form)) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (isRadio(field)) field.checked = field.value === value;
    else field.value = value;
  }
}
