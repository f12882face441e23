import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import type { ErrorView } from "@/lib/errors";
import { type ListState, listHref } from "@/lib/list-state";
import { uiText } from "@/lib/messages/ui";
import { ErrorAlert } from "./error-alert";
import { Retry } from "./retry";

interface PartFailureProps {
  error: ErrorView;
  /** Of the list that was asked for. */
  state?: ListState | undefined;
}

/** A tab or a list that could not be read, below a header that stands: with the way on that can help. */
export const PartFailure = ({ error, state }: PartFailureProps) => (
  <ErrorAlert error={error} action={wayOn(error, state)} />
);

function wayOn({ code }: ErrorView, state: ListState | undefined) {
  if (code === "FORBIDDEN") return undefined;
  // A cursor that is no longer known is refused again however often it is tried.
  if (code === "INVALID_INPUT" && state)
    return <ButtonLink href={listHref(state) as Route}>{uiText.pagination.first}</ButtonLink>;
  return <Retry />;
}
