import Hourglass from "lucide-react/icons/hourglass";
import UserRound from "lucide-react/icons/user-round";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import { INVESTOR_STEPS, type InvestorStateName, isWaiting, stepOf } from "@/lib/domain/investor-state";
import { investText } from "@/lib/messages/invest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { stepNumber, toneOf } from "./steps";

const { card, steps } = investText;

interface StateCardProps {
  state: InvestorStateName;
  /** Between what it means and what to do: a reason, a transaction. */
  details?: ReactNode;
  /** The one next action. */
  children: ReactNode;
}

/** Where the person stands: what it is, what it means, who acts, how long it takes, and what to do next. */
export function StateCard({ state, details, children }: StateCardProps) {
  const text = investorStatesText[state];
  return (
    <Card aria-labelledby="state" data-state={state} className="grid content-start gap-5 p-5 sm:p-8">
      <div aria-live="polite" className="grid gap-2">
        <p className="text-muted-foreground text-sm">
          <Status tone={toneOf(state)} wraps>
            {steps.count(stepNumber(state), INVESTOR_STEPS.length)}
            {" · "}
            {steps.names[stepOf(state)]}
          </Status>
        </p>
        <h1 id="state" className="font-semibold text-2xl">
          {text.title}
        </h1>
        <p className="max-w-prose text-lg text-muted-foreground">{text.meaning}</p>
      </div>
      <dl className="grid gap-x-8 gap-y-3 border-border border-y py-3.5 text-sm sm:grid-cols-2">
        <Fact icon={<UserRound aria-hidden />} term={card.who}>
          {text.whoActs}
        </Fact>
        <Fact icon={<Hourglass aria-hidden />} term={card.time}>
          {text.usualTime}
        </Fact>
      </dl>
      {details}
      <div className="grid justify-items-start gap-4 *:w-full">{children}</div>
      {isWaiting(state) && <p className="text-muted-foreground text-xs">{card.watching}</p>}
    </Card>
  );
}

const Fact = ({ icon, term, children }: { icon: ReactNode; term: string; children: ReactNode }) => (
  // A group of a list may hold its terms and descriptions alone, so the picture stands within the term.
  <div className="relative min-w-0 ps-6.5">
    <dt className="text-muted-foreground text-xs [&_svg]:absolute [&_svg]:start-0 [&_svg]:top-0.5 [&_svg]:size-4">
      {icon}
      {term}
    </dt>
    <dd className="font-medium">{children}</dd>
  </div>
);
