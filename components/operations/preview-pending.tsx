import type { ReactNode } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { ViewError } from "@/components/data/get-json";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { failuresText } from "@/lib/messages/failures";

interface PreviewPendingProps {
  error: Error | null;
  isFetching: boolean;
  loading: string;
  onAgain: () => unknown;
  back: ReactNode;
}

/** In the place of a preview that is not there yet, or could not be read. */
export function PreviewPending({ error, isFetching, loading, onAgain, back }: PreviewPendingProps) {
  if (error instanceof ViewError) {
    return (
      <ErrorAlert
        error={error.view}
        action={
          <span className="flex flex-wrap gap-2">
            <Button size="sm" variant="primary" loading={isFetching} onClick={() => void onAgain()}>
              {failuresText.retry}
            </Button>
            {back}
          </span>
        }
      />
    );
  }
  return (
    <p role="status" className="flex items-center gap-2 text-muted-foreground text-sm">
      <Spinner />
      {loading}
    </p>
  );
}
