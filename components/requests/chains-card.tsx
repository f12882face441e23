"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Status } from "@/components/ui/status";
import type { RequestChain, RequestChains } from "@/lib/domain/request-chains";
import { requestsText } from "@/lib/messages/requests";

const { chains: text } = requestsText;

const WAITING_MS = 4_000;
const RESTING_MS = 60_000;

type State = NonNullable<RequestChain["state"]>;
const tones: Record<State, "ok" | "waiting" | "blocked"> = {
  ...{ queued: "waiting", sending: "waiting", sent: "waiting", confirmed: "ok" },
  ...{ failed: "blocked", given_up: "blocked", expired: "blocked", unserved: "blocked" },
};

interface ChainsCardProps {
  requestId: string;
  initial: RequestChains;
}

/** How far the wallet is on each of the issuer's chains, kept fresh while something is on its way. */
export function ChainsCard({ requestId, initial }: ChainsCardProps) {
  const { data, error } = useLive(`/api/requests/${requestId}/chains`, initial, {
    everyMs: ({ chains }) =>
      chains.some(({ state }) => state && tones[state] === "waiting") ? WAITING_MS : RESTING_MS,
  });
  const isUnserved = data.chains.some(({ state }) => state === "unserved");
  if (data.chains.length === 0 || !(data.isTold || isUnserved)) return null;
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="grid gap-3 py-2">
        {error && <ErrorAlert error={error} />}
        <KeyValues>
          {data.chains.map((chain) => (
            <KeyValue key={chain.chainId} term={text.chain(chain.chainId)}>
              <ChainState chain={chain} isTold={data.isTold} />
            </KeyValue>
          ))}
        </KeyValues>
        {isUnserved && (
          <Alert tone="blocked" title={text.unserved}>
            {text.unservedText}
          </Alert>
        )}
      </CardBody>
    </Card>
  );
}

function ChainState({ chain: { state, hash, reason }, isTold }: { chain: RequestChain; isTold: boolean }) {
  if (state === null)
    return <span className="text-muted-foreground">{isTold ? text.none : text.untold}</span>;
  return (
    <div className="grid gap-0.5">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status tone={tones[state]} wraps>
          {text.states[state]}
        </Status>
        {hash && <CopyId value={hash} label={text.transaction} />}
      </span>
      {reason && <p className="text-muted-foreground text-xs">{reason}</p>}
    </div>
  );
}
