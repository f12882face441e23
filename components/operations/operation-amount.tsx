import { Amount } from "@/components/ui/amount";
import type { OperationRow } from "@/lib/domain/treasury";
import { operationsText } from "@/lib/messages/operations";

/** How much an operation moves; an update of blinders moves nothing, so its outputs are counted. */
export function OperationAmount({ operation }: { operation: OperationRow }) {
  const { outputs, totalSats, precision, ticker } = operation;
  if (outputs !== null) return <span>{operationsText.outputs(outputs)}</span>;
  return <Amount sats={totalSats} precision={precision} ticker={ticker} />;
}
