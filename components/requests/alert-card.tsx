import { ConfirmAction } from "@/components/data/confirm-action";
import { Alert } from "@/components/ui/alert";
import { DialogButton } from "@/components/ui/dialog-button";
import type { KycAlertKind, RequestDetails } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";
import { answerKycAlertAction } from "@/server/actions/requests";

const { alert: text } = requestsText;
const loadRemove = () => import("./remove-dialog").then((module) => module.RemoveDialog);

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
  return (
    <Alert
      tone="blocked"
      title={text.titles[alert]}
      action={
        canDecide && (
          <>
            <DialogButton load={loadRemove} dialog={{ requestId: id, categoryIds }} size="sm">
              {text.remove}
            </DialogButton>
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
