import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { getJson } from "@/components/data/get-json";
import { MoreRows } from "@/components/data/more-rows";
import { JOURNAL_LINES, type JournalLine, type JournalPage, joinedJournal } from "@/lib/domain/journal";
import { distributionRunText } from "@/lib/messages/distribution-run";

/** The end of a journal as each look brings it; a person who wants what was before asks the server. */
export function useJournal(
  operationId: string,
  live: JournalPage,
): { lines: JournalLine[]; more: ReactNode } {
  const [{ seen, page }, set] = useState({ seen: live, page: live });
  if (seen !== live) set({ seen: live, page: joinedJournal(page, live) });
  const { lines, earlier } = page;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (before: bigint) =>
      getJson<JournalPage>(`/api/operations/${operationId}/journal?before=${before}`),
    onSuccess: (answer) => set((now) => ({ ...now, page: joinedJournal(answer, now.page) })),
  });
  const more = earlier > 0 && lines[0] && (
    <MoreRows isAbove isPending={isPending} error={error} onAsk={() => lines[0] && mutate(lines[0].id)}>
      {distributionRunText.journal.earlier(Math.min(JOURNAL_LINES, earlier), earlier)}
    </MoreRows>
  );
  return { lines, more };
}
