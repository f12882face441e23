import { PageHeader } from "@/components/ui/page-header";
import type { ErrorView } from "@/lib/errors";
import type { ListState } from "@/lib/list-state";
import { failuresText } from "@/lib/messages/failures";
import { PartFailure } from "./part-failure";

interface PageFailureProps {
  error: ErrorView;
  title?: string;
  /** Of the list that the page shows. */
  state?: ListState;
}

/** A page whose data could not be read: AMP or the node is away, or the role may not see it. */
export function PageFailure({ error, title = failuresText.title, state }: PageFailureProps) {
  return (
    <>
      <PageHeader title={title} />
      <PartFailure error={error} state={state} />
    </>
  );
}
