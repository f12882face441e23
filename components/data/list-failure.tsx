import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import type { ErrorView } from "@/lib/errors";
import { type ListState, listHref } from "@/lib/list-state";
import { uiText } from "@/lib/messages/ui";
import { ErrorAlert } from "./error-alert";
import { Retry } from "./retry";

/** A list that could not be read, below a header that stands: with the way on that can help. */
export function ListFailure({ error, state }: { error: ErrorView; state: ListState }) {
  return <ErrorAlert error={error} action={wayOn(error, state)} />;
}

function wayOn(error: ErrorView, state: ListState) {
  if (error.code === "FORBIDDEN") return undefined;
  // A cursor that is no longer known is refused again however often it is tried.
  if (error.code === "INVALID_INPUT")
    return <ButtonLink href={listHref(state) as Route}>{uiText.pagination.first}</ButtonLink>;
  return <Retry />;
}
