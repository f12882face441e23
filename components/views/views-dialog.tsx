"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { ErrorAlert } from "@/components/data/error-alert";
import { getJson, ViewError } from "@/components/data/get-json";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { SavedView } from "@/lib/domain/saved-views";
import { failuresText } from "@/lib/messages/failures";
import { savedViewsText as text } from "@/lib/messages/saved-views";
import { uiText } from "@/lib/messages/ui";
import { SaveViewForm } from "./save-view-form";
import { ViewRow } from "./view-row";

interface ViewsDialogProps {
  /** The list's page. */
  path: string;
  /** Its address as it is searched, filtered and sorted now. */
  shown: string;
  onClose: () => void;
}

/** The person's own views of a list: opened, saved, renamed, removed. Out of the filter bar's form, for it has forms itself. */
export function ViewsDialog({ path, shown, onClose }: ViewsDialogProps) {
  const queries = useQueryClient();
  const source = `/api/views?list=${encodeURIComponent(path)}`;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [source],
    queryFn: () => getJson<SavedView[]>(source),
    retry: false,
  });
  const [said, setSaid] = useState("");
  const onChanged = (words: string) => {
    setSaid(words);
    void queries.invalidateQueries({ queryKey: [source] });
  };
  return createPortal(
    <Dialog title={text.title} description={text.description} size="md" onClose={onClose}>
      <div className="grid gap-5">
        {error instanceof ViewError && (
          <ErrorAlert
            error={error.view}
            action={
              error.view.retryable && (
                <Button loading={isFetching} onClick={() => void refetch()}>
                  {failuresText.retry}
                </Button>
              )
            }
          />
        )}
        {data && <ViewList views={data} shown={shown} onChanged={onChanged} />}
        {!data && !error && <Loading />}
        <p role="status" className="text-muted-foreground text-xs empty:hidden">
          {said}
        </p>
        {data && <SaveViewForm path={path} shown={shown} onSaved={onChanged} />}
      </div>
    </Dialog>,
    document.body,
  );
}

interface ViewListProps {
  views: SavedView[];
  shown: string;
  onChanged: (words: string) => void;
}

function ViewList({ views, shown, onChanged }: ViewListProps) {
  if (views.length === 0) return <p className="text-muted-foreground">{text.none}</p>;
  return (
    <ul aria-label={text.list} className="divide-y divide-border rounded-md border border-border">
      {views.map((view) => (
        <ViewRow key={view.id} view={view} isShown={view.href === shown} onChanged={onChanged} />
      ))}
    </ul>
  );
}

const Loading = () => (
  <div role="status" className="grid gap-2">
    <span className="sr-only">{uiText.loading}</span>
    <Skeleton className="h-8" />
  </div>
);
