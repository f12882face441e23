"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Figure, Figures } from "@/components/ui/figure";
import { Freshness } from "@/components/ui/freshness";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { ChainView } from "@/lib/domain/sandbox";
import { groupDigits } from "@/lib/format/amounts";
import { formatBlockHeight } from "@/lib/format/times";
import { sandboxText } from "@/lib/messages/sandbox";
import { BlockRhythm } from "./block-rhythm";
import { ClockCard } from "./clock-card";
import { MineBlocks } from "./mine-blocks";
import { NodeWallets } from "./node-wallets";
import { Reorganise } from "./reorganise";

const LOOK_MS = 5_000;
const { figures, chain } = sandboxText;

export function ChainPanel({ initial }: { initial: ChainView }) {
  const { data: state, refresh, error } = useLive("/api/sandbox", initial, { everyMs: LOOK_MS });
  const rhythm = sandboxText.interval.every(state.intervalSeconds);
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Figures>
        <Figure label={figures.height} value={formatBlockHeight(state.height)} />
        <Figure
          label={figures.rhythm}
          value={state.paused ? sandboxText.paused : rhythm}
          note={state.paused ? rhythm : undefined}
        />
        <Figure label={figures.mempool} value={sandboxText.mempoolCount(state.mempoolSize)} />
        <Figure label={figures.wallets} value={groupDigits(String(state.walletCount))} />
      </Figures>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <Card>
            <CardHeader title={sandboxText.mine.title} description={sandboxText.mine.description} />
            <MineBlocks />
            <BlockRhythm seconds={state.intervalSeconds} isPaused={state.paused} />
          </Card>
          <NodeWallets wallets={state.wallets} />
          <Reorganise height={state.height} />
        </div>
        <div className="grid gap-5">
          <Card>
            <CardHeader
              title={chain.title}
              actions={<Freshness freshness={{ asOf: state.asOf, source: "amp" }} onRefresh={refresh} />}
            />
            <CardBody>
              <ChainFacts state={state} />
            </CardBody>
          </Card>
          <ClockCard time={state.time} offsetSeconds={state.clockOffsetSeconds} />
        </div>
      </div>
    </div>
  );
}

function ChainFacts({ state }: { state: ChainView }) {
  return (
    <KeyValues>
      <KeyValue term={chain.network}>{sandboxText.networks[state.network] ?? state.network}</KeyValue>
      <KeyValue term={chain.tip}>
        <CopyId value={state.hash} label={chain.blockHash} ends={8} />
      </KeyValue>
    </KeyValues>
  );
}
