"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import type { OwnershipView } from "@/lib/domain/ownership";
import { type ListState, listHref } from "@/lib/list-state";
import { LargestOwners } from "./largest-owners";
import { OwnersTable } from "./owners-table";
import { OwnershipFigureRow } from "./ownership-figures";

/** The whole in figures, its largest parts as bars, every owner in a table. */
export function OwnershipPanel({ state, initial }: { state: ListState; initial: OwnershipView }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <OwnershipFigureRow view={data} />
      {data.largest.shown.length > 0 && <LargestOwners view={data} />}
      <OwnersTable state={state} view={data} onRefresh={refresh} />
    </div>
  );
}
