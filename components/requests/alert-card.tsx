import { ConfirmAction } from "@/components/data/confirm-action";
import { Alert } from "@/components/ui/alert";
import type { KycAlertKind, RequestDetails } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";
import { answerKycAlertAction } from "@/server/actions/requests";

const { alert: text } = requestsText;

interface AlertCardProps {
  request: RequestDetails;
  alert: KycAlertKind;
  canDecide: boolean;
}

/** An identity that is good no more; whoever was approved on the strength of it may lose the categories. */
export function AlertCard({ request: { id, state, categoryIds }, alert, canDecide }: AlertCardProps) {
  if (state !== "approved")
    return (
      <Alert tone="blocked" title={text.titles[alert]}>
        {text.textPending}
      </Alert>
    );
  const names = categoryIds.map(text.category).join(", ");
  return (
    <Alert
      tone="blocked"
      title={text.titles[alert]}
      action={
        canDecide && (
          <>
            <ConfirmAction
              size="sm"
              title={text.removeTitle}
              consequence={names === "" ? text.removeNone : text.removeConsequence(names)}
              confirmLabel={text.remove}
              tone="danger"
              action={() => answerKycAlertAction({ requestId: id, answer: "remove" })}
              done={text.removed}
            >
              {text.remove}
            </ConfirmAction>
            <ConfirmAction
              size="sm"
              title={text.keepTitle}
              consequence={text.keepConsequence}
              confirmLabel={text.keep}
              tone="primary"
              action={() => answerKycAlertAction({ requestId: id, answer: "keep" })}
              done={text.kept}
            >
              {text.keep}
            </ConfirmAction>
          </>
        )
      }
    >
      {text.text}
    </Alert>
  );
}
