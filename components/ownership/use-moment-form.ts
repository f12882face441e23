import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useTransition } from "react";
import { type ListState, listHref } from "@/lib/list-state";

/** A GET form whose fields are filters: with script the address follows without leaving the page. */
export function useMomentForm(state: ListState, fields: readonly string[]) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, start] = useTransition();
  const { filters: shown } = state.query;
  useEffect(() => {
    for (const name of fields) showIn(form.current?.elements.namedItem(name), shown[name] ?? "");
  }, [fields, shown]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const typed = fields.map((name) => [name, String(entered.get(name) ?? "").trim()]);
    const filters = { ...state.query.filters, ...Object.fromEntries(typed) };
    start(() => router.push(listHref(state, { filters }) as Route, { scroll: false }));
  };
  return { pending, form: { ref: form, onSubmit, "aria-busy": pending } };
}

/** The fields follow the address, except the one being typed in. */
function showIn(field: Element | RadioNodeList | null | undefined, value: string) {
  if (field instanceof HTMLInputElement && field !== document.activeElement) field.value = value;
}
