"use client";

import Link from "next/link";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { ByHandCard } from "@/components/operations/by-hand-card";
import { OperationDecisions } from "@/components/operations/operation-decisions";
import { OperationJournal } from "@/components/operations/operation-journal";
import { OperationStatus } from "@/components/operations/operation-status";
import { ProblemBehind } from "@/components/operations/problem-behind";
import { RUN_POLL_MS, type RunData } from "@/components/operations/run-data";
import { UnlockWaiting } from "@/components/operations/unlock-waiting";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Stepper } from "@/components/ui/stepper";
import { isFinal } from "@/lib/domain/operation";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";
import { BatchesTable } from "./batches-table";
import { distributionSteps } from "./distribution-steps";
import { IntentTable } from "./intent-table";

/** One distribution from approval to AMP's confirmation, live; a reload finds it where it is. */
export function DistributionRun({ initial }: { initial: RunData<"distribution"> }) {
  const { data, error } = useLive(`/api/operations/${initial.operation.id}`, initial, {
    everyMs: ({ operation }) => (isFinal(operation.state) ? false : RUN_POLL_MS),
  });
  const { journal } = data;
  // What was approved never changes and is not sent again.
  const operation = { ...data.operation, intent: initial.operation.intent };
  const { run } = distributionsText;
  const { facts } = operation;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      {operation.problem && (
        <Alert
          tone={operation.state === "stopped" || operation.state === "unknown" ? "danger" : "waiting"}
          title={operation.problem.message}
          action={
            <>
              <ProblemBehind problem={operation.problem} />
              <OperationDecisions operation={operation} />
            </>
          }
        />
      )}
      <UnlockWaiting operation={operation} />
      {operation.state === "done" && (
        <Alert
          tone="ok"
          title={run.done}
          action={
            <Link
              className="text-link underline-offset-2 hover:underline"
              href={routes.ownership(operation.assetUuid)}
            >
              {run.seeOwners}
            </Link>
          }
        />
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <Card>
          <CardHeader title={run.steps} actions={<OperationStatus state={operation.state} />} />
          <CardBody className="grid gap-4" aria-live="polite">
            <Stepper label={run.steps} steps={distributionSteps(operation)} />
            {!operation.problem && <OperationDecisions operation={operation} />}
          </CardBody>
        </Card>
        <div className="grid gap-5">
          <Card>
            <CardHeader title={run.facts} />
            <CardBody>
              <KeyValues>
                <KeyValue term={run.operation}>
                  <CopyId value={operation.id} label={run.operation} ends={8} />
                </KeyValue>
                <KeyValue term={run.approvedBy}>{operation.requestedBy}</KeyValue>
                <KeyValue term={run.hash}>
                  <CopyId value={operation.intentHash} label={run.hash} ends={8} />
                </KeyValue>
                {facts.order && (
                  <KeyValue term={run.order}>
                    <CopyId value={facts.order.distributionUuid} label={run.order} ends={8} />
                  </KeyValue>
                )}
                {facts.txid && (
                  <KeyValue term={run.txid}>
                    <CopyId value={facts.txid} label={run.txid} ends={10} />
                  </KeyValue>
                )}
              </KeyValues>
            </CardBody>
          </Card>
          <ByHandCard operation={operation} />
          <BatchesTable operation={operation} />
          <IntentTable intent={operation.intent} title={run.approvedList} />
        </div>
      </div>
      <OperationJournal journal={journal} />
    </div>
  );
}
