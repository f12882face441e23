import { Link } from "@/components/ui/link";
import type { OperationProblem } from "@/lib/domain/operation";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";

/** The way to the operation that has its turn first. */
export const ProblemBehind = ({ behind }: { behind: NonNullable<OperationProblem["behind"]> }) => (
  <Link className="text-link underline-offset-2 hover:underline" href={routes.operation(behind)}>
    {operationsText.seeBehind}
  </Link>
);
