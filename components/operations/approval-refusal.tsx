import type { Route } from "next";
import { ErrorAlert } from "@/components/data/error-alert";
import { Button, ButtonLink } from "@/components/ui/button";
import type { ErrorView } from "@/lib/errors";
import { distributionsText } from "@/lib/messages/distributions";

/** Why an approval was not taken, with the way to what stands against it: an operation that is open, for example. */
export const ApprovalRefusal = ({ error, onAgain }: ApprovalRefusalProps) =>
  error && (
    <ErrorAlert
      error={error}
      action={
        error.link ? (
          <ButtonLink size="sm" href={error.link.href as Route}>
            {error.link.label}
          </ButtonLink>
        ) : (
          onAgain &&
          error.code === "CONFLICT" && (
            <Button size="sm" onClick={onAgain}>
              {distributionsText.approval.again}
            </Button>
          )
        )
      }
    />
  );

interface ApprovalRefusalProps {
  error: ErrorView | null;
  /** Reads what is approved once more, where it has changed since. */
  onAgain?: () => void;
}
