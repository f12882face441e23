"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Figure, Figures } from "@/components/ui/figure";
import { Freshness } from "@/components/ui/freshness";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { SandboxState } from "@/lib/contracts/control";
import { LBTC } from "@/lib/domain/treasury";
import { formatBlockHeight } from "@/lib/format/times";
import { sandboxText } from "@/lib/messages/sandbox";
import { BlockRhythm } from "./block-rhythm";
import { InvestorWallets } from "./investor-wallets";
import { MineBlocks } from "./mine-blocks";

const LOOK_MS = 5_000;
const { figures, chain } = sandboxText;

export function SandboxPanel({ initial }: { initial: SandboxState }) {
  const { data: state, refresh, error } = useLive("/api/sandbox", initial, { everyMs: LOOK_MS });
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Figures>
        <Figure label={figures.height} value={formatBlockHeight(state.height)} />
        <Figure label={figures.rhythm} value={sandboxText.interval.every(state.intervalSeconds)} />
        <Figure label={figures.mempool} value={sandboxText.mempoolCount(state.mempoolSize)} />
        <Figure label={figures.wallets} value={state.gaids.length} />
      </Figures>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <Card>
            <CardHeader title={sandboxText.mine.title} description={sandboxText.mine.description} />
            <MineBlocks />
            <BlockRhythm seconds={state.intervalSeconds} />
          </Card>
          <Card>
            <CardHeader
              title={chain.title}
              actions={<Freshness freshness={{ asOf: state.time, source: "mirror" }} onRefresh={refresh} />}
            />
            <CardBody>
              <ChainFacts state={state} />
            </CardBody>
          </Card>
        </div>
        <InvestorWallets gaids={state.gaids} />
      </div>
    </div>
  );
}

function ChainFacts({ state }: { state: SandboxState }) {
  return (
    <KeyValues>
      <KeyValue term={chain.network}>{sandboxText.networks[state.network] ?? state.network}</KeyValue>
      <KeyValue term={chain.tip}>
        <CopyId value={state.hash} label={chain.blockHash} ends={8} />
      </KeyValue>
      <KeyValue term={chain.time}>
        <BlockTime at={state.time} />
      </KeyValue>
      {Object.entries(state.wallets).map(([name, sats]) => (
        <KeyValue key={name} term={chain.funds(name)}>
          <Amount sats={sats} precision={LBTC.precision} ticker={LBTC.ticker} />
        </KeyValue>
      ))}
    </KeyValues>
  );
}
