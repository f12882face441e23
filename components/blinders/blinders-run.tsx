"use client";

import Link from "next/link";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { OperationDecisions } from "@/components/operations/operation-decisions";
import { OperationJournal } from "@/components/operations/operation-journal";
import { OperationStatus } from "@/components/operations/operation-status";
import { RUN_POLL_MS, type RunData } from "@/components/operations/run-data";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Stepper } from "@/components/ui/stepper";
import { isFinal, type OperationView } from "@/lib/domain/operation";
import { blindersText } from "@/lib/messages/blinders";
import { routes } from "@/lib/routes";
import { blindersSteps } from "./blinders-steps";
import { OutputsTable } from "./outputs-table";

const { run: text, safe } = blindersText;

/** One update of blinders from approval until AMP shows them, live; a reload finds it where it is. */
export function BlindersRun({ initial }: { initial: RunData<"blinders"> }) {
  const { data, error } = useLive(`/api/operations/${initial.operation.id}`, initial, {
    everyMs: ({ operation }) => (isFinal(operation.state) ? false : RUN_POLL_MS),
  });
  const { operation, journal } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Outcome operation={operation} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <Card>
          <CardHeader title={text.steps} actions={<OperationStatus state={operation.state} />} />
          <CardBody className="grid gap-4" aria-live="polite">
            <Stepper label={text.steps} steps={blindersSteps(operation)} />
            {!operation.problem && (
              <>
                <p className="text-sm">{safe[operation.state]}</p>
                <OperationDecisions operation={operation} />
              </>
            )}
          </CardBody>
        </Card>
        <div className="grid gap-5">
          <OutputsTable asset={operation.intent} outputs={operation.intent.outputs} title={text.approved} />
          <Facts operation={operation} />
        </div>
      </div>
      <OperationJournal journal={journal} />
    </div>
  );
}

const Facts = ({ operation }: { operation: OperationView<"blinders"> }) => (
  <Card>
    <CardHeader title={text.facts} />
    <CardBody>
      <KeyValues>
        <KeyValue term={text.operation}>
          <CopyId value={operation.id} label={text.operation} ends={8} />
        </KeyValue>
        <KeyValue term={text.approvedBy}>{operation.requestedBy}</KeyValue>
        <KeyValue term={text.hash}>
          <CopyId value={operation.intentHash} label={text.hash} ends={8} />
        </KeyValue>
      </KeyValues>
    </CardBody>
  </Card>
);

/** What needs a person, or that nothing does any more. */
function Outcome({ operation }: { operation: OperationView<"blinders"> }) {
  const { state, problem, assetUuid } = operation;
  if (problem) {
    return (
      <Alert
        tone={state === "stopped" ? "danger" : "waiting"}
        title={problem.message}
        safe={safe[state]}
        action={<OperationDecisions operation={operation} />}
      />
    );
  }
  if (state !== "done") return null;
  return (
    <Alert
      tone="ok"
      title={text.done}
      action={
        <Link className="text-link underline-offset-2 hover:underline" href={routes.supply(assetUuid)}>
          {text.seeSupply}
        </Link>
      }
    />
  );
}
