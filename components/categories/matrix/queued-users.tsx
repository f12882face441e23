import type { Queue } from "@/lib/domain/category-matrix";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoryMatrixText } from "@/lib/messages/category-matrix";

const { review: text } = categoryMatrixText;
const SHOWN = 20;

/** User by user, into what and out of what. */
export function QueuedUsers({ queue, categories }: { queue: Queue; categories: CategoryName[] }) {
  const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
  const users = [...queue].slice(0, SHOWN);
  const rest = queue.size - users.length;
  return (
    <ul className="grid gap-1">
      {users.map(([id, { name, memberships }]) => (
        <li key={id} className="break-words">
          <span className="font-medium">{text.user(name)}</span>{" "}
          {[...memberships]
            .map(([category, isMember]) =>
              (isMember ? text.join : text.leave)(nameOf.get(category) ?? String(category)),
            )
            .join(", ")}
        </li>
      ))}
      {rest > 0 && <li className="text-muted-foreground">{text.more(rest)}</li>}
    </ul>
  );
}
