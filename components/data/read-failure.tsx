import { Button } from "@/components/ui/button";
import { failuresText } from "@/lib/messages/failures";
import { ErrorAlert } from "./error-alert";
import { viewOf } from "./get-json";

/** Why something that comes after the page could not be read, and the way to ask for it again. */
export function ReadFailure({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const view = viewOf(error);
  const canRetry = view.code !== "FORBIDDEN";
  return (
    <ErrorAlert
      error={view}
      action={
        canRetry && (
          <Button size="sm" onClick={() => void onRetry()}>
            {failuresText.retry}
          </Button>
        )
      }
    />
  );
}
