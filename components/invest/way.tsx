import { StepBar } from "@/components/ui/step-bar";
import { Stepper } from "@/components/ui/stepper";
import type { InvestorStateName } from "@/lib/domain/investor-state";
import { investText } from "@/lib/messages/invest";
import { stepsOf } from "./steps";

/** The six steps: beside the card where there is room, one line above it where there is not. */
export function Way({ state }: { state: InvestorStateName }) {
  const steps = stepsOf(state);
  return (
    <>
      <div className="md:hidden">
        <StepBar label={investText.steps.label} steps={steps} />
      </div>
      <Stepper label={investText.steps.label} steps={steps} className="max-md:hidden" />
    </>
  );
}
