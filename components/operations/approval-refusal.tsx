import type { Route } from "next";
import { ErrorAlert } from "@/components/data/error-alert";
import { ButtonLink } from "@/components/ui/button";
import type { ErrorView } from "@/lib/errors";

/** Why an approval was not taken, with the way to what stands against it: an operation that is open, for example. */
export const ApprovalRefusal = ({ error }: { error: ErrorView | null }) =>
  error && (
    <ErrorAlert
      error={error}
      action={
        error.link && (
          <ButtonLink size="sm" href={error.link.href as Route}>
            {error.link.label}
          </ButtonLink>
        )
      }
    />
  );
