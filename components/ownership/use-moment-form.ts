import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { type ListState, listHref } from "@/lib/list-state";

/** A GET form whose fields are filters: with script the address follows without leaving the page. */
export function useMomentForm(state: ListState, fields: readonly string[]) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const typed = fields.map((name) => [name, String(entered.get(name) ?? "").trim()]);
    const filters = { ...state.query.filters, ...Object.fromEntries(typed) };
    start(() => router.push(listHref(state, { filters }) as Route, { scroll: false }));
  };
  return { pending, form: { onSubmit, "aria-busy": pending } };
}
