import { Alert } from "@/components/ui/alert";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Status } from "@/components/ui/status";
import type { ChainTask, InvestorView, OfferedChain } from "@/lib/domain/investor";
import { type InvestorStateName, stepOf } from "@/lib/domain/investor-state";
import { investText } from "@/lib/messages/invest";
import { chainTasksText } from "@/lib/messages/invest-pages";
import { kycReason } from "@/lib/messages/kyc-reasons";
import { chainName, taskTones } from "./chain-words";
import { TryAgain } from "./try-again";

const { card } = investText;

/** What this person's state has to say beyond what it says to everybody: a reason, a transaction. */
export function StateDetails({ state, view }: { state: InvestorStateName; view: InvestorView }) {
  if (state === "identity-resubmission" || state === "identity-declined") {
    const { reason, fix } = kycReason(view.kyc.lastDecision?.reasonCode ?? null);
    return (
      <Alert tone="waiting" title={card.reason}>
        <p>{reason}</p>
        <p className="mt-1">
          <strong className="font-medium">{card.howToFix}</strong> {fix}
        </p>
      </Alert>
    );
  }
  if (state === "request-declined" && view.request?.reason)
    return (
      <Alert tone="waiting" title={investText.request.reason}>
        <p className="whitespace-pre-line break-words">{view.request.reason}</p>
      </Alert>
    );
  const unserved = view.request?.unservedChainIds ?? [];
  const isUnder = UNDER_WAY.includes(state) || stepOf(state) === "accepted";
  return (
    <>
      {stepOf(state) === "accepted" && view.whitelist?.length ? (
        <Whitelisting tasks={view.whitelist} chains={view.offers.chains} />
      ) : null}
      {isUnder && unserved.length > 0 && <Unserved chainIds={unserved} view={view} />}
    </>
  );
}

const UNDER_WAY: InvestorStateName[] = ["request-open", "request-approving"];

/** Chains of the issuer on which nothing can be done for this wallet. */
const Unserved = ({ chainIds, view }: { chainIds: readonly number[]; view: InvestorView }) => (
  <Alert
    tone="waiting"
    title={card.unserved(chainIds.map((chainId) => chainName(chainId, view.offers.chains)).join(", "))}
  >
    <p>{card.unservedText}</p>
    {view.issuer && (
      <div className="mt-2">
        <TryAgain label={card.askAgain} issuer={view.issuer.slug} isSecond />
      </div>
    )}
  </Alert>
);

const Whitelisting = ({
  tasks,
  chains,
}: {
  tasks: readonly ChainTask[];
  chains: readonly OfferedChain[];
}) => (
  <section aria-label={card.progressOnChain}>
    <KeyValues>
      {tasks.map((task) => (
        <KeyValue key={task.id} term={card.chain(chainName(task.chainId, chains))}>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Status tone={taskTones[task.state]}>{chainTasksText.states[task.state]}</Status>
            {task.hash && <CopyId value={task.hash} label={card.transaction} />}
          </span>
        </KeyValue>
      ))}
    </KeyValues>
  </section>
);
