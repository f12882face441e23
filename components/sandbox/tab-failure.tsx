import { ErrorAlert } from "@/components/data/error-alert";
import { Retry } from "@/components/data/retry";
import type { ErrorView } from "@/lib/errors";

/** A tab that could not be read, below a header that stands. */
export const TabFailure = ({ error }: { error: ErrorView }) => (
  <ErrorAlert error={error} action={error.code === "FORBIDDEN" ? undefined : <Retry />} />
);
