"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { copyAgain } from "@/components/data/copies-again";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { useReadAgain } from "@/components/data/use-read-again";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import type { Freshness as Age } from "@/lib/contracts/list";
import type { RequestChains } from "@/lib/domain/request-chains";
import {
  type ApprovalPreview,
  isPending,
  type RequestDetails,
  type RequestNames,
} from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";
import { routes } from "@/lib/routes";
import { AlertCard } from "./alert-card";
import { ApprovalCard } from "./approval-card";
import { ChainsCard } from "./chains-card";
import { DecisionCard } from "./decision-card";
import { KycCard } from "./kyc-card";
import { PersonCard } from "./person-card";
import { ProofsCard } from "./proofs-card";
import { RequestStatus } from "./request-status";
import { StepsCard } from "./steps-card";

const EVERY_MS = 1_500;

interface RequestViewProps {
  /** How old the page is; the request itself is read again while it is carried out. */
  freshness: Age;
  initial: RequestDetails;
  names: RequestNames;
  /** null once it is decided, and while AMP does not answer. */
  preview: ApprovalPreview | null;
  /** What became of the wallet on the issuer's chains. */
  chains: RequestChains;
  canDecide: boolean;
}

/** One request: who asks, what speaks for it, what an approval would do, and what became of it. */
export function RequestView({ freshness, initial, names, preview, chains, canDecide }: RequestViewProps) {
  const { data: request, error } = useLive(`/api/requests/${initial.id}`, initial, {
    everyMs: ({ state, isStopped }) => (state === "approving" && !isStopped ? EVERY_MS : false),
  });
  // The count beside the navigation belongs to the server's part of the page.
  useReadAgain(request.state);
  const router = useRouter();
  const queries = useQueryClient();
  const readAgain = async () => {
    await copyAgain(freshness, { list: "request", requestId: request.id });
    // First the request: of one that is decided the page tells no approval any more.
    await queries.invalidateQueries();
    router.refresh();
  };
  return (
    <>
      <PageHeader
        title={requestsText.shortId(request.id)}
        crumbs={[{ label: requestsText.title, href: routes.requests }]}
        aside={<RequestStatus state={request.state} />}
        description={request.issuerName}
        freshness={<Freshness freshness={freshness} onRefresh={readAgain} />}
      />
      <div className="grid gap-5">
        {error && <ErrorAlert error={error} />}
        {request.kycAlert !== null && (
          <AlertCard request={request} alert={request.kycAlert} canDecide={canDecide} />
        )}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="grid gap-5">
            <PersonCard request={request} />
            <KycCard request={request} />
            <ProofsCard request={request} gaid={preview?.gaid ?? null} />
          </div>
          <div className="grid gap-5">
            {isPending(request.state) ? (
              <ApprovalCard
                key={request.isStopped ? "stopped" : request.state}
                request={request}
                preview={preview}
                canDecide={canDecide}
              />
            ) : (
              <DecisionCard request={request} userName={names.user} />
            )}
            {(isPending(request.state) || request.state === "approved") && (
              <ChainsCard requestId={request.id} initial={chains} />
            )}
            {request.steps.length > 0 && <StepsCard steps={request.steps} names={names} />}
          </div>
        </div>
      </div>
    </>
  );
}
