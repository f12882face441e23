import { PageHeader } from "@/components/ui/page-header";
import type { ErrorView } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { ErrorAlert } from "./error-alert";
import { Retry } from "./retry";

/** A page whose data could not be read: AMP or the node is away, or the role may not see it. */
export function PageFailure({ error, title = errorsText.failedTitle }: { error: ErrorView; title?: string }) {
  return (
    <>
      <PageHeader title={title} />
      <ErrorAlert error={error} action={error.code === "FORBIDDEN" ? undefined : <Retry />} />
    </>
  );
}
