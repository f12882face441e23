import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { late } from "@/components/ui/late";
import { Stepper } from "@/components/ui/stepper";
import type { Check } from "@/lib/domain/distribution";
import { distributionsText } from "@/lib/messages/distributions";

const { checks: titles, preflight: text } = distributionsText;

/** Only a locked wallet needs it. */
const UnlockWallet = late(() =>
  import("@/components/treasury/unlock-wallet").then((module) => module.UnlockWallet),
);

interface PreFlightProps {
  checks: readonly Check[];
  onAgain: () => void;
  isLooking?: boolean;
  /** How long the operation will take. */
  minutes?: number;
}

/** What was looked at before anything is asked of AMP, and what to do about each point that is not as it must be. */
export function PreFlight({ checks, onAgain, isLooking, minutes }: PreFlightProps) {
  const failed = checks.filter((check) => !check.isOk).length;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={failed === 0 ? text.ready : text.failed(failed)}
        actions={
          <Button size="sm" loading={isLooking} onClick={onAgain}>
            {text.again}
          </Button>
        }
      />
      <CardBody>
        <Stepper
          label={text.title}
          steps={checks.map((check) => ({
            id: check.id,
            title: titles[check.id],
            state: check.isOk ? "done" : "blocked",
            description: check.remedy,
          }))}
        />
      </CardBody>
      {checks.some(({ id, isOk }) => id === "wallet-unlocked" && !isOk) && (
        <CardBody className="border-border border-t">
          <UnlockWallet {...(minutes === undefined ? {} : { minutes })} onUnlocked={onAgain} />
        </CardBody>
      )}
    </Card>
  );
}
