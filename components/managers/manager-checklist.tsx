import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { type Step, Stepper, type StepState } from "@/components/ui/stepper";
import { type ManagerDetails, type ManagerStep, managerSteps } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { GRANTS_CARD } from "@/lib/routes";
import { LockButton } from "./lock-button";
import { NewPasswordButton, ShowTokenButton } from "./token-buttons";

const { checklist: text } = managersText;

/** From a new account to a manager at work: what is done and what comes next. */
export function ManagerChecklist({ details }: { details: ManagerDetails }) {
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <CardBody>
        <Stepper label={text.title} steps={stepsOf(details)} />
      </CardBody>
    </Card>
  );
}

function stepsOf(details: ManagerDetails): Step[] {
  const { manager, handedOver } = details;
  const done = managerSteps(details);
  const state = (step: ManagerStep): StepState => (done[step] ? "done" : "blocked");
  return [
    { id: "created", title: text.created, state: state("created"), description: text.createdText },
    {
      id: "unlocked",
      title: text.unlocked,
      state: state("unlocked"),
      description: text.unlockedText,
      action: manager.isLocked && <LockButton manager={manager} />,
    },
    {
      id: "granted",
      title: text.granted,
      state: state("granted"),
      aside: manager.assets.length > 0 ? text.grantedCount(manager.assets.length) : undefined,
      description: text.grantedText,
      action: manager.assets.length === 0 && (
        <a href={`#${GRANTS_CARD}`} className="text-link text-xs underline-offset-2 hover:underline">
          {text.toGrants}
        </a>
      ),
    },
    {
      id: "handed-over",
      title: text.handedOver,
      state: state("handed-over"),
      aside: handedOver ? (
        <span className="inline-flex flex-wrap gap-x-2">
          {text.handedOverBy(handedOver.personName)}
          <BlockTime at={handedOver.at} />
        </span>
      ) : (
        done["handed-over"] && text.seenInstead
      ),
      description: text.handedOverText,
      action: (
        <span className="flex flex-wrap gap-2">
          <ShowTokenButton manager={manager} />
          <NewPasswordButton manager={manager} />
        </span>
      ),
    },
  ];
}
