import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import type { CreatedEnd } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";

const { undo: text } = userJobsText;

interface CreatedChoiceProps {
  legend: string;
  created: CreatedEnd;
  onCreated: (created: CreatedEnd) => void;
}

/** What becomes of the users that a bulk change made, when it is taken back. */
export const CreatedChoice = ({ legend, created, onCreated }: CreatedChoiceProps) => (
  <RadioGroup legend={legend}>
    {(["archive", "delete"] as const).map((end) => (
      <RadioCard
        key={end}
        name="created"
        value={end}
        checked={created === end}
        onChange={() => onCreated(end)}
        title={text[end]}
        description={text[`${end}Text`]}
      />
    ))}
  </RadioGroup>
);
