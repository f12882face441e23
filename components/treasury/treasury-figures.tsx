import { Figure, Figures } from "@/components/ui/figure";
import { Status } from "@/components/ui/status";
import { LBTC, LOW_FEE_SATS, type NodeState } from "@/lib/domain/treasury";
import { formatAmount } from "@/lib/format/amounts";
import { formatBlockHeight } from "@/lib/format/times";
import { treasuryText } from "@/lib/messages/treasury";

const { figures, walletStates, openNote } = treasuryText;

export function TreasuryFigures({ node, openCount }: { node: NodeState; openCount: number }) {
  const isLow = node.policySats < LOW_FEE_SATS;
  return (
    <Figures>
      <Figure
        label={figures.fees}
        value={formatAmount(node.policySats, LBTC.precision)}
        unit={LBTC.ticker}
        note={
          <Status tone={isLow ? "blocked" : "ok"}>{isLow ? treasuryText.low : treasuryText.enough}</Status>
        }
      />
      <Figure
        label={figures.height}
        value={formatBlockHeight(node.blocks)}
        note={<SyncStatus node={node} />}
      />
      <Figure label={figures.wallet} value={node.isLocked ? walletStates.locked : walletStates.unlocked} />
      <Figure label={figures.open} value={openCount} note={openCount > 0 ? openNote.some : openNote.none} />
    </Figures>
  );
}

export const SyncStatus = ({ node }: { node: NodeState }) => (
  <Status tone={node.isSynced ? "ok" : "waiting"}>
    {node.isSynced
      ? treasuryText.synced
      : treasuryText.behind(formatBlockHeight(node.blocks), formatBlockHeight(node.headers))}
  </Status>
);
