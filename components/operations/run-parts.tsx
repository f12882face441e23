import type { Route } from "next";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Freshness } from "@/components/ui/freshness";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { onceShown } from "@/components/ui/late";
import { Link } from "@/components/ui/link";
import { type Step, Stepper } from "@/components/ui/stepper";
import type { OperationView } from "@/lib/domain/operation";
import { operationsText } from "@/lib/messages/operations";
import { OperationStatus } from "./operation-status";
import { ProblemBehind } from "./problem-behind";

/** What the pages of all operations are made of. */

const { run: text } = operationsText;

/** With the words and dialogs of every kind; a button stands there once it does what it says. */
const OperationDecisions = onceShown(() =>
  import("./operation-decisions").then((file) => file.OperationDecisions),
);

interface Told {
  operation: OperationView;
  /** What is safe in the state it is in. */
  safe?: ReactNode;
}

/** What needs a person, and what may be decided: in one place, whether there is a problem or not, because a person may be about to. */
export function RunProblem({ operation, safe }: Told) {
  const { state, problem } = operation;
  return (
    <>
      {problem && (
        <Alert
          tone={state === "stopped" || state === "unknown" ? "danger" : "waiting"}
          title={problem.message}
          safe={safe}
          action={problem.behind && <ProblemBehind behind={problem.behind} />}
        />
      )}
      <OperationDecisions operation={operation} />
    </>
  );
}

/** That nothing needs anybody any more, and where to see what came of it. */
export function RunDone({ title, href, label }: { title: string; href: Route; label: string }) {
  return (
    <Alert
      tone="ok"
      title={title}
      action={
        <Link className="text-link underline-offset-2 hover:underline" href={href}>
          {label}
        </Link>
      }
    />
  );
}

interface RunStepsProps extends Told {
  steps: Step[];
  /** When it was so, and how to look again. */
  age: { asOf: Date; onRefresh: () => Promise<unknown> };
}

export function RunSteps({ operation, safe, steps, age }: RunStepsProps) {
  return (
    <Card>
      <CardHeader
        title={text.steps}
        actions={
          <>
            <OperationStatus state={operation.state} />
            <Freshness freshness={{ asOf: age.asOf, source: "mirror" }} onRefresh={age.onRefresh} />
          </>
        }
      />
      <CardBody className="grid gap-4" aria-live="polite">
        <Stepper label={text.steps} steps={steps} />
        {!operation.problem && safe && <p className="text-sm">{safe}</p>}
      </CardBody>
    </Card>
  );
}

/** Who approved what, and what else is known of it. */
export function RunFacts({ operation, children }: { operation: OperationView; children?: ReactNode }) {
  return (
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
          {children}
        </KeyValues>
      </CardBody>
    </Card>
  );
}
