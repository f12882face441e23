import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { isFiltered, type ListState } from "@/lib/list-state";

interface NoRowsProps {
  state: ListState;
  icon: ReactNode;
  texts: { lastPage: string; filtered: string; title: string; text: string };
}

/** Why a list shows nothing: its end was reached, nothing fits the filter, or there is nothing at all. */
export function NoRows({ state, icon, texts }: NoRowsProps) {
  if (state.query.cursor !== undefined) return <EmptyState icon={icon} title={texts.lastPage} />;
  if (isFiltered(state)) return <EmptyState icon={icon} title={texts.filtered} />;
  return (
    <EmptyState icon={icon} title={texts.title}>
      {texts.text}
    </EmptyState>
  );
}
