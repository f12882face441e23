"use client";

import { usePreview } from "@/components/operations/use-preview";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { ChosenAssignments, MassChange } from "@/lib/domain/assignment";
import { type ListState, listHref } from "@/lib/list-state";
import { ChangeDialog } from "./change-dialog";

interface MatchingDialogProps {
  asset: Asset;
  change: MassChange;
  state: ListState;
  onDone: () => void;
  onClose: () => void;
}

/** A change of all that the list's search and filters match, on whatever page: counted anew before it is confirmed. */
export function MatchingDialog({ state, change, ...props }: MatchingDialogProps) {
  const query = listHref({ ...state, path: "" }).slice(1);
  const preview = usePreview<ChosenAssignments>(
    `/api${state.path}/matching?change=${change}${query ? `&${query}` : ""}`,
  );
  return (
    <ChangeDialog
      {...props}
      change={change}
      // While it is counted again nothing is confirmed that was counted before.
      wanted={preview.isFetching ? null : (preview.data ?? null)}
      failure={preview.isFetching ? null : preview.error}
      onCount={() => void preview.refetch()}
      rows={[]}
    />
  );
}
