import { type ReactNode, useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { getJson, offline, ViewError } from "@/components/data/get-json";
import { Button } from "@/components/ui/button";
import type { HeldBackPage } from "@/lib/domain/distribution";
import type { ErrorView } from "@/lib/errors";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";

/** As many as the server gives at once. */
const MORE = 250;

/** The list begins short; a person who wants more of it asks the server. `more` is empty once everything is shown. */
export function useHeldBack(assetUuid: string, first: HeldBackPage) {
  const [{ of, later, page, error }, set] = useState(() => startOf(first));
  // The page was read anew: what was shown beyond its beginning may not hold any longer.
  if (of !== first) set(startOf(first));
  const [isPending, setPending] = useState(false);
  const ask = async () => {
    setPending(true);
    try {
      const next = await getJson<HeldBackPage>(
        `/api${routes.distributions(assetUuid)}/held-back?after=${page.next}`,
      );
      set({ of, later: [...later, ...next.rows], page: next, error: null });
    } catch (failure) {
      const view = failure instanceof ViewError ? failure.view : offline();
      set({ of, later, page, error: view });
    } finally {
      setPending(false);
    }
  };
  const rows = [...first.rows, ...later];
  const count = Math.min(MORE, Math.max(page.total - rows.length, 1));
  const more: ReactNode = page.next !== null && (
    <div className="grid justify-items-center gap-3 border-border border-t px-4 py-3">
      {error && <ErrorAlert error={error} />}
      <Button size="sm" loading={isPending} onClick={ask}>
        {commonText.showMore(count, page.total)}
      </Button>
    </div>
  );
  return { rows, more };
}

const startOf = (first: HeldBackPage) => ({
  of: first,
  later: [] as HeldBackPage["rows"],
  page: first,
  error: null as ErrorView | null,
});
