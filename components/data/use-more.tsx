import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { MORE_ROWS, type Portion } from "@/lib/contracts/portion";
import { commonText } from "@/lib/messages/common";
import { getJson } from "./get-json";
import { MoreRows } from "./more-rows";

interface Asked<T> {
  of: Portion<T>;
  after: number;
}

/**
 * The list begins short; a person who wants more of it asks the server. `more` is empty once everything is shown.
 * @param pathBehind what answers with the rows behind a number
 */
export function useMore<T>(
  first: Portion<T>,
  pathBehind: (after: number) => string,
): { rows: T[]; more: ReactNode } {
  const [{ of, later, next }, set] = useState(() => startOf(first));
  // The page was read anew: what was shown beyond its beginning may not hold any longer.
  if (of !== first) set(startOf(first));
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: ({ after }: Asked<T>) => getJson<Portion<T>>(pathBehind(after)),
    onSuccess: (answer, asked) =>
      set((now) =>
        now.of === asked.of && now.next === asked.after
          ? { ...now, later: [...now.later, ...answer.rows], next: answer.next }
          : now,
      ),
  });
  const rows = [...first.rows, ...later];
  const count = Math.min(MORE_ROWS, Math.max(first.total - rows.length, 1));
  const more = next !== null && (
    <MoreRows
      isPending={isPending}
      error={variables?.of === first ? error : null}
      onAsk={() => mutate({ of: first, after: next })}
    >
      {commonText.showMore(count, first.total)}
    </MoreRows>
  );
  return { rows, more };
}

const startOf = <T,>(first: Portion<T>) => ({ of: first, later: [] as T[], next: first.next });
