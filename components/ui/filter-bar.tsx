"use client";

import ChevronDown from "lucide-react/icons/chevron-down";
import Search from "lucide-react/icons/search";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useRef, useTransition } from "react";
import { Button, buttonVariants } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Select, type SelectOption } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { LateViews } from "@/components/views/late-views";
import { clearedHref, isFiltered, keptFilters, type ListState, listHref } from "@/lib/list-state";
import { uiText } from "@/lib/messages/ui";

interface FilterBarProps {
  state: ListState;
  /** What can be searched, in the empty field: "Name, ticker or asset id". Left out, there is no search. */
  search?: string;
  /** Without options a text is typed. */
  filters?: readonly { name: string; label: string; options?: readonly SelectOption[] }[];
  /** For small screens, where the table has no head to click. */
  sorts?: readonly SelectOption[];
  /** Further fields, in a row of their own. */
  fields?: ReactNode;
  /** At the end of the bar. */
  children?: ReactNode;
}

const PAUSE_MS = 250;
/** So many filters stand in one row of a phone; more are folded away there. */
const INLINE = 2;

/** A GET form: without script Enter sends it; with script every change shows at once and the address follows. */
export function FilterBar({ state, search, filters = [], sorts = [], fields, children }: FilterBarProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();
  const send = () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const href = hrefOf(form.current, state);
    if (href !== listHref(state)) start(() => router.replace(href as Route, { scroll: false }));
  };
  const isNew = useRef(true);
  const sendOrShow = useEffectEvent(() => {
    // What was chosen before the script had come counts.
    if (isNew.current && isTouched(form.current)) send();
    else showState(form.current, state);
    isNew.current = false;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields follow each new state
  useEffect(() => sendOrShow(), [state]);
  const onChange = (event: FormEvent) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(send, event.target instanceof HTMLInputElement ? PAUSE_MS : 0);
  };
  const isFolded = filters.length > INLINE;
  return (
    <search>
      <form
        ref={form}
        action={state.path}
        aria-busy={pending}
        onChange={onChange}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="flex flex-wrap items-center gap-2 border-border border-b px-4 py-2.5"
      >
        {search !== undefined && (
          <Input
            type="search"
            name="q"
            aria-label={uiText.filters.search}
            placeholder={search}
            defaultValue={state.query.q ?? ""}
            autoComplete="off"
            leading={pending ? <Spinner /> : <Search aria-hidden />}
            className="w-full sm:w-72"
          />
        )}
        {isFolded && <FilterFold set={filters.filter(({ name }) => state.query.filters[name]).length} />}
        {sorts.length > 0 && (
          <Select
            name="sort"
            aria-label={uiText.filters.sort}
            options={sorts}
            defaultValue={state.query.sort ?? ""}
            className="min-w-36 max-sm:flex-1 sm:hidden"
          />
        )}
        <div className={isFolded ? "contents max-sm:hidden max-sm:peer-open:contents" : "contents"}>
          {filters.map(({ name, label, options }) =>
            options ? (
              <Select
                key={name}
                name={name}
                aria-label={label}
                placeholder={uiText.filters.any(label)}
                options={options}
                defaultValue={state.query.filters[name] ?? ""}
                className="min-w-36 max-sm:flex-1"
              />
            ) : (
              <Input
                key={name}
                type="search"
                name={name}
                aria-label={label}
                placeholder={label}
                defaultValue={state.query.filters[name] ?? ""}
                autoComplete="off"
                leading={<Search aria-hidden />}
                className="min-w-36 max-sm:flex-1"
              />
            ),
          )}
        </div>
        {Object.entries(keptFilters(state)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} />
        ))}
        {isFiltered(state) && (
          <Link
            href={clearedHref(state) as Route}
            scroll={false}
            className="rounded-xs px-1 text-link text-sm underline-offset-2 hover:underline"
          >
            {uiText.filters.clear}
          </Link>
        )}
        <noscript>
          <Button type="submit">{uiText.filters.apply}</Button>
        </noscript>
        <div className="ms-auto flex flex-wrap items-center justify-end gap-2 max-sm:w-full max-sm:*:data-freshness:order-last max-sm:*:data-freshness:w-full">
          <LateViews state={state} />
          {children}
        </div>
        {fields}
      </form>
    </search>
  );
}

/**
 * Opens what comes after it in the form, on small screens alone. It is empty: older browsers show nothing of a closed
 * `details`, whatever a wide screen's style says.
 */
const FilterFold = ({ set }: { set: number }) => (
  <details className="peer group sm:hidden">
    <summary className={buttonVariants()}>
      {uiText.filters.fold(set)}
      <ChevronDown aria-hidden className="group-open:rotate-180" />
    </summary>
  </details>
);

/** The address that the form's fields ask for. A list without a sort field keeps the order of its heads. */
function hrefOf(form: HTMLFormElement, state: ListState): string {
  const { q, sort, ...filters } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  return listHref(state, { q: q?.trim() ?? "", sort: sort ?? state.query.sort, filters });
}

/** A field no longer says what the page came with. */
function isTouched(form: HTMLFormElement | null): boolean {
  return [...(form?.elements ?? [])].some((field) => {
    if (field instanceof HTMLInputElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLSelectElement)) return false;
    const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return field.value !== (first?.value ?? "");
  });
}

/** The fields follow the address (Back, Clear), except the one being typed in. */
function showState(form: HTMLFormElement | null, { query }: ListState) {
  const values: Record<string, string | undefined> = { ...query.filters, q: query.q, sort: query.sort };
  for (const field of form?.elements ?? []) {
    const named = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
    if (named && field.name && field !== document.activeElement) field.value = values[field.name] ?? "";
  }
}
