import { Link } from "@/components/ui/link";
import type { CategoryName } from "@/lib/domain/eligibility";
import { routes } from "@/lib/routes";

/** A category in a list, with what is said of it there. */
export const CategoryLine = ({ category, note }: { category: CategoryName; note: string }) => (
  <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
    <Link href={routes.category(category.id)} className="break-words font-medium hover:underline">
      {category.name}
    </Link>
    <span className="text-muted-foreground text-xs">{note}</span>
  </span>
);
