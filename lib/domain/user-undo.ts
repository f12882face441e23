import type { UndoFileRow } from "@/lib/contracts/undo-file";
import { userImportText } from "@/lib/messages/user-import";
import { userUndoText as text } from "@/lib/messages/user-undo";
import type { ImportContext } from "./user-import";
import { type CreatedEnd, inverseSteps, type UserRowState, type UserStep } from "./user-jobs";

interface PlannedUndo {
  number: number;
  name: string;
  userId: number;
  state: Extract<UserRowState, "queued" | "refused">;
  steps: UserStep[];
  problem: string | null;
}

/** What a file's undo would do, row by row; rows of which nothing can be taken back are left out. Nothing is asked of anybody. */
export function planUndo(
  rows: readonly UndoFileRow[],
  created: CreatedEnd,
  { users, categories, mayCategorise }: ImportContext,
): PlannedUndo[] {
  const nameOf = new Map(users.map(({ id, name }) => [id, name]));
  const known = new Set(categories.map(({ id }) => id));
  return rows.flatMap((one) => {
    const { row, name, user, done } = one;
    const steps = inverseSteps({ steps: done, results: done.map(() => "done") }, created);
    if (steps.length === 0) return [];
    const problem = problemOf(one, steps, { nameOf, known, mayCategorise });
    const state = problem === null ? ("queued" as const) : ("refused" as const);
    return [{ number: row, name, userId: user, state, steps: problem === null ? steps : [], problem }];
  });
}

interface Known {
  nameOf: ReadonlyMap<number, string>;
  /** Numbers of categories. */
  known: ReadonlySet<number>;
  mayCategorise: boolean;
}

/** A number may mean somebody else by now: AMP was set up anew, or the file is old. */
function problemOf(
  { user, ...row }: UndoFileRow,
  steps: UserStep[],
  { nameOf, known, mayCategorise }: Known,
) {
  const name = nameOf.get(user);
  if (name === undefined) return userImportText.row.noUser(String(user));
  if (name !== nameAfter(row)) return text.otherName(user, name);
  const categories = steps.flatMap((step) =>
    step.kind === "join" || step.kind === "leave" ? [step.categoryId] : [],
  );
  if (categories.length > 0 && !mayCategorise) return text.issuerOnly;
  const gone = categories.find((id) => !known.has(id));
  return gone === undefined ? null : text.noCategory(gone);
}

/** What the user was called when the row was done. */
function nameAfter({ name, done }: Pick<UndoFileRow, "name" | "done">): string {
  const named = done.findLast((step) => step.kind === "rename" || step.kind === "create");
  return named && "name" in named ? named.name : name;
}
