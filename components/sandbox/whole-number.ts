/** A field's whole number; null when it is empty, NaN for anything else, which its schema then refuses. */
export function wholeNumber(form: FormData, name: string): number | null {
  const text = String(form.get(name) ?? "").trim();
  if (text === "") return null;
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}
