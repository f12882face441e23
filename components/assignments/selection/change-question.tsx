import { Amount } from "@/components/ui/amount";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { CountedAssignments, SelectionChange } from "@/lib/domain/assignment";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";

interface ChangeQuestionProps {
  asset: Asset;
  change: SelectionChange;
  wanted: CountedAssignments;
}

/** What a person agrees to: how many, how much together, and what comes of it. */
export function ChangeQuestion({ asset, change, wanted }: ChangeQuestionProps) {
  if (wanted.count === 0) return <p>{text.nothing}</p>;
  return (
    <>
      <p>{text.consequences[change]}</p>
      <p className="flex flex-wrap justify-between gap-2">
        <span className="text-muted-foreground">{text.total}</span>
        <Amount
          sats={wanted.totalSats}
          precision={asset.precision}
          ticker={asset.ticker}
          className="font-medium"
        />
      </p>
      {wanted.leftOut > 0 && <p className="text-muted-foreground">{text.passedOver(wanted.leftOut)}</p>}
      <p className="text-muted-foreground">{text.oneByOne}</p>
      <p className="text-muted-foreground">{text.goesOn}</p>
    </>
  );
}
