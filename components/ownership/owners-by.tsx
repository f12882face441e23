import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { OWNERS_BY, type OwnersBy } from "@/lib/domain/ownership";
import { type ListState, listHref } from "@/lib/list-state";
import { ownershipText } from "@/lib/messages/ownership";

const { by: text } = ownershipText;

/** Turns the page between registered users and GAIDs; the address holds it. */
export function OwnersBySwitch({ state, by }: { state: ListState; by: OwnersBy }) {
  const hrefOf = (kind: OwnersBy) => {
    const { by: _, ...filters } = state.query.filters;
    return listHref(state, { filters: kind === "user" ? filters : { ...filters, by: kind } }) as Route;
  };
  return (
    <nav aria-label={text.label} className="flex rounded-md border border-border-strong bg-sunken p-0.5">
      {OWNERS_BY.map((kind) => (
        <Link
          key={kind}
          href={hrefOf(kind)}
          scroll={false}
          aria-current={kind === by ? "true" : undefined}
          className={cn(
            "inline-flex h-6 items-center whitespace-nowrap rounded-sm px-2 text-xs no-underline",
            kind === by
              ? "bg-card font-medium text-foreground shadow-raised"
              : "text-muted-foreground hover:text-foreground",
          )}
        >
          {text.kinds[kind]}
        </Link>
      ))}
    </nav>
  );
}
