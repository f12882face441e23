import { Link } from "@/components/ui/link";
import type { OperationProblem } from "@/lib/domain/operation";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";

/** The way to the operation that has its turn first. */
export function ProblemBehind({ problem }: { problem: OperationProblem }) {
  if (!problem.behind) return null;
  return (
    <Link className="text-link underline-offset-2 hover:underline" href={routes.operation(problem.behind)}>
      {operationsText.seeBehind}
    </Link>
  );
}
