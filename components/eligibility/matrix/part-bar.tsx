import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import type { AssetPart } from "@/lib/domain/eligibility-matrix";
import { type ListState, listHref } from "@/lib/list-state";
import { eligibilityMatrixText } from "@/lib/messages/eligibility-matrix";

const { assets: text } = eligibilityMatrixText;

/** Which of the assets stand side by side, and the way to the others. The users stay the same. */
export function PartBar({ state, columns }: { state: ListState; columns: AssetPart }) {
  const { part, parts, from, to, found } = columns;
  const hrefOf = (other: number) => partHref(state, other);
  return (
    <nav
      aria-label={text.label}
      className="flex min-h-11 flex-wrap items-center gap-2 border-border border-b px-4 py-2"
    >
      <p role="status" className="text-muted-foreground text-sm tabular-nums">
        {text.shown(from, to, found)}
      </p>
      {parts > 1 && (
        <span className="ms-auto flex flex-wrap gap-2">
          {part > 1 && (
            <ButtonLink size="sm" scroll={false} href={hrefOf(part - 1)}>
              {text.previous}
            </ButtonLink>
          )}
          {part < parts && (
            <ButtonLink size="sm" scroll={false} href={hrefOf(part + 1)}>
              {text.next}
            </ButtonLink>
          )}
        </span>
      )}
    </nav>
  );
}

/** The first part is left out of the address. */
function partHref(state: ListState, part: number): Route {
  const { part: _part, ...filters } = state.query.filters;
  return listHref(state, {
    ...state.query,
    filters: part === 1 ? filters : { ...filters, part: String(part) },
  }) as Route;
}
