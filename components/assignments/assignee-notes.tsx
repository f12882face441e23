"use client";

import { useQuery } from "@tanstack/react-query";
import { askAction, ViewError } from "@/components/data/get-json";
import { assignmentGridText as text } from "@/lib/messages/assignment-grid";
import { lookUpAssigneesAction } from "@/server/actions/assignment-batches";

interface AssigneeNotesProps {
  assetUuid: string;
  userId: number;
}

/**
 * What keeps a picked user from the asset, in the words of the grid. Where it cannot be looked up nothing stands here:
 * the server looks again before it asks AMP.
 */
export function AssigneeNotes({ assetUuid, userId }: AssigneeNotesProps) {
  const { data, isLoading } = useQuery({
    queryKey: ["assignee", assetUuid, userId],
    queryFn: async () => {
      const result = await askAction(() => lookUpAssigneesAction({ assetUuid, texts: [String(userId)] }));
      if (!result.ok) throw new ViewError(result.error);
      return result.data.assignees[0] ?? null;
    },
    staleTime: 0, // the user's categories may have been changed to try again
    // The form's own sending waits behind it.
    ...{ retry: false, refetchOnWindowFocus: false },
  });
  if (isLoading) return <p className="text-muted-foreground">{text.searching}</p>;
  if (data?.kind !== "one") return null;
  return (
    <>
      {data.missing.length > 0 && (
        <p className="text-danger">{text.blocker({ kind: "user-missing", categories: data.missing })}</p>
      )}
      {!data.hasWallet && <p className="text-blocked">{text.warning({ kind: "no-wallet" }, String)}</p>}
    </>
  );
}
