import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { heightProblem } from "@/lib/domain/height-filter";
import { isFiltered, type ListState } from "@/lib/list-state";
import { heightsText } from "@/lib/messages/heights";

interface NoRowsBetweenProps {
  state: ListState;
  icon: ReactNode;
  /** How many rows were looked through when that is not all of them. */
  lookedThrough: number | null;
  texts: { lastPage: string; filtered: string; filteredText: string; title: string; text: string };
}

/** Why a list that AMP pages by block height shows nothing. */
export function NoRowsBetween({ state, icon, lookedThrough, texts }: NoRowsBetweenProps) {
  const [title, text] = wordsOf(state, lookedThrough, texts);
  return (
    <EmptyState icon={icon} title={title}>
      {text}
    </EmptyState>
  );
}

function wordsOf(
  state: ListState,
  lookedThrough: number | null,
  texts: NoRowsBetweenProps["texts"],
): [title: string, text?: string] {
  const problem = heightProblem(state.query.filters);
  if (problem) return [heightsText.problem, heightsText.problems[problem]];
  if (lookedThrough !== null) return [heightsText.nothingYet];
  if (state.query.cursor !== undefined) return [texts.lastPage];
  return isFiltered(state) ? [texts.filtered, texts.filteredText] : [texts.title, texts.text];
}
