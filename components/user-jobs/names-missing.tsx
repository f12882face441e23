import { Retry } from "@/components/data/retry";
import { Alert } from "@/components/ui/alert";
import { userJobsText } from "@/lib/messages/user-jobs";

/** Bulk changes can be read while AMP is away; categories then stand there by number. */
export const NamesMissing = () => (
  <div className="mb-5">
    <Alert tone="waiting" title={userJobsText.namesMissing} action={<Retry />}>
      {userJobsText.namesMissingText}
    </Alert>
  </div>
);
