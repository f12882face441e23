import { PageHeader } from "@/components/ui/page-header";
import type { ErrorView } from "@/lib/errors";
import type { ListState } from "@/lib/list-state";
import { errorsText } from "@/lib/messages/errors";
import { PartFailure } from "./part-failure";

interface PageFailureProps {
  error: ErrorView;
  title?: string;
  /** Of the list that the page shows. */
  state?: ListState;
}

/** A page whose data could not be read: AMP or the node is away, or the role may not see it. */
export function PageFailure({ error, title = errorsText.failedTitle, state }: PageFailureProps) {
  return (
    <>
      <PageHeader title={title} />
      <PartFailure error={error} state={state} />
    </>
  );
}
