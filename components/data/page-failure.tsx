import { PageHeader } from "@/components/ui/page-header";
import type { ErrorView } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { TabFailure } from "./tab-failure";

/** A page whose data could not be read: AMP or the node is away, or the role may not see it. */
export function PageFailure({ error, title = errorsText.failedTitle }: { error: ErrorView; title?: string }) {
  return (
    <>
      <PageHeader title={title} />
      <TabFailure error={error} />
    </>
  );
}
