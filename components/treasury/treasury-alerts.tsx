import { Alert } from "@/components/ui/alert";
import { LBTC, LOW_FEE_SATS, type NodeState } from "@/lib/domain/treasury";
import { formatAmount } from "@/lib/format/amounts";
import { treasuryText } from "@/lib/messages/treasury";

const { locked, lowFee, notSynced } = treasuryText;

/** What a person has to do before the treasury can pay. */
export function TreasuryAlerts({ node }: { node: NodeState }) {
  const isLow = node.policySats < LOW_FEE_SATS;
  if (node.isSynced && !node.isLocked && !isLow) return null;
  return (
    <div className="grid gap-3">
      {!node.isSynced && (
        <Alert tone="waiting" title={notSynced.title}>
          {notSynced.text}
        </Alert>
      )}
      {node.isLocked && (
        <Alert tone="blocked" title={locked.title}>
          {locked.text}
        </Alert>
      )}
      {isLow && (
        <Alert
          tone="blocked"
          title={lowFee.title(formatAmount(node.policySats, LBTC.precision, { ticker: LBTC.ticker }))}
        >
          {lowFee.text}
        </Alert>
      )}
    </div>
  );
}
