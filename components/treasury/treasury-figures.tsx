import { Figure, Figures } from "@/components/ui/figure";
import { Status } from "@/components/ui/status";
import { LBTC, LOW_FEE_SATS, type NamedBalance, type NodeState } from "@/lib/domain/treasury";
import { formatAmount } from "@/lib/format/amounts";
import { formatBlockHeight } from "@/lib/format/times";
import { treasuryText } from "@/lib/messages/treasury";

const { figures, walletStates, openNote } = treasuryText;

interface TreasuryFiguresProps {
  node: NodeState;
  balances: NamedBalance[];
  openCount: number;
}

export function TreasuryFigures({ node, balances, openCount }: TreasuryFiguresProps) {
  const isLow = node.policySats < LOW_FEE_SATS;
  const tokens = balances.filter((balance) => balance.kind === "token").length;
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
        label={figures.wallet}
        value={node.isLocked ? walletStates.locked : walletStates.unlocked}
        note={<SyncStatus node={node} />}
      />
      <Figure
        label={figures.assets}
        value={balances.length - tokens}
        note={tokens > 0 && treasuryText.tokens(tokens)}
      />
      <Figure label={figures.open} value={openCount} note={openCount > 0 ? openNote.some : openNote.none} />
    </Figures>
  );
}

export const SyncStatus = ({ node }: { node: NodeState }) => (
  <Status tone={node.isSynced ? "ok" : "waiting"} wraps>
    {node.isSynced
      ? treasuryText.synced
      : treasuryText.behind(formatBlockHeight(node.blocks), formatBlockHeight(node.headers))}
  </Status>
);
