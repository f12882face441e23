import type { ErrorView } from "@/lib/errors";
import { ErrorAlert } from "./error-alert";
import { Retry } from "./retry";

/** A tab that could not be read, below a header that stands. */
export const TabFailure = ({ error }: { error: ErrorView }) => (
  <ErrorAlert error={error} action={error.code === "FORBIDDEN" ? undefined : <Retry />} />
);
