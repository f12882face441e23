"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { StepBar } from "@/components/ui/step-bar";
import { type IssueDraft, type IssueField, issueProblems } from "@/lib/domain/issue-draft";
import { type ErrorView, type FieldErrors, isUnclearCode } from "@/lib/errors";
import { assetsText } from "@/lib/messages/assets";
import { errorsText } from "@/lib/messages/errors";
import { issueText } from "@/lib/messages/issue";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { AddressStep } from "./issue-addresses";
import { NewAttempt } from "./issue-attempt";
import { IssueDoubt } from "./issue-doubt";
import { IdentityStep, KindStep } from "./issue-identity";
import { ReviewStep } from "./issue-review";
import { STEPS, type StepName, stepAt } from "./issue-steps";
import { ReissuanceStep, SupplyStep } from "./issue-supply";
import { isNodesKey } from "./kept-draft";
import { useIssue } from "./use-issue";
import { useIssueDraft } from "./use-issue-draft";
import { useNodeAddresses } from "./use-node-addresses";

const FIELDS: Record<StepName, IssueField[]> = {
  kind: ["transferRestricted", "isConfidential"],
  identity: ["name", "ticker", "domain", "pubkey"],
  supply: ["precision", "amount"],
  reissuance: ["isReissuable", "reissuanceAmount"],
  addresses: ["destinationAddress", "reissuanceAddress"],
  review: [],
};

/** The intent's id belongs to the draft: a second click, a reload or a duplicated tab carries the same one. */
export function IssueWizard({ storageKey }: { storageKey: string }) {
  const router = useRouter();
  const { intentId, draft, nodeKey, isLoaded, change, takeAddresses, finish, startOver, startAnew } =
    useIssueDraft(storageKey);
  const addresses = useNodeAddresses(isLoaded && draft.destinationAddress === "", takeAddresses);
  const [checked, setChecked] = useState<StepName[]>([]);
  const [isNamed, setNamed] = useState(false);
  // In the address, so that the browser's Back walks the wizard.
  const step = stepAt(useSearchParams().get("step"), isLoaded && draft.name === "" && draft.amount === "");
  const issue = useIssue((assetUuid) => {
    finish();
    notify({ tone: "ok", title: issueText.issued });
    window.scrollTo(0, 0); // or the new page begins as far down as this one stood
    router.push(routes.asset(assetUuid));
  });
  const { error } = issue;
  const canIssue = isNamed && (issue.doubt === null || issue.isAccepted);
  const errors = { ...error?.fields, ...textsOf(draft) };
  const errorsOf = (name: StepName): FieldErrors =>
    checked.includes(name) || error ? pick(errors, FIELDS[name]) : {};
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    setChecked([...new Set([...checked, step])]);
    const wrong = STEPS.slice(0, STEPS.indexOf(step) + 1).find((name) => hasProblem(draft, name));
    if (wrong === step) return; // its fields say what is wrong
    if (wrong) goTo(wrong);
    else if (step !== "review") goTo(STEPS[STEPS.indexOf(step) + 1] ?? "review");
    else if (canIssue) issue.issue({ intentId, draft });
  };
  /** What was answered and confirmed was about other entries. */
  const forget = () => {
    issue.forget();
    setNamed(false);
  };
  const restart = () => {
    startOver();
    forget();
    setChecked([]);
    goTo("kind");
  };
  const isSpent = error !== null && mayBeCarriedOut(error);
  const newAttempt = () => {
    startAnew();
    issue.forget();
  };
  const changeDraft = (part: Partial<IssueDraft>) => {
    forget();
    change(part);
  };
  const props = { draft, change: changeDraft, errors: errorsOf(step) };
  return (
    <form method="dialog" onSubmit={goOn} noValidate className="mx-auto grid max-w-3xl gap-5">
      <StepBar label={issueText.label} steps={barOf(step)} />
      <Card>
        <CardBody className="grid gap-5 py-5">
          {step === "kind" && <KindStep {...props} />}
          {step === "identity" && <IdentityStep {...props} />}
          {step === "supply" && <SupplyStep {...props} />}
          {step === "reissuance" && <ReissuanceStep {...props} />}
          {step === "addresses" && <AddressStep {...props} node={addresses} />}
          {step === "review" && (
            <>
              <ReviewStep
                draft={draft}
                hasNodesKey={isNodesKey({ draft, nodeKey })}
                errors={isLoaded ? pick(errors, ALL_FIELDS) : {}}
                onNamed={setNamed}
              />
              <IssueDoubt {...issue} />
              {/* Beside the button: the review is longer than a window. */}
              <FormAlert error={error} />
              {isSpent && <NewAttempt onStart={newAttempt} />}
            </>
          )}
        </CardBody>
        <CardFooter>
          <Button variant="ghost" className="me-auto" onClick={restart}>
            {issueText.startOver}
          </Button>
          {step !== "kind" && (
            <Button onClick={() => goTo(STEPS[STEPS.indexOf(step) - 1] ?? "kind")}>{issueText.back}</Button>
          )}
          <Button
            type="submit"
            variant="primary"
            loading={issue.isBusy}
            disabled={step === "review" && !canIssue}
          >
            {step === "review" ? issueText.review.submit : issueText.next}
          </Button>
        </CardFooter>
      </Card>
    </form>
  );
}

/** Nobody saw its end, then or now: the form is not carried out again. */
const mayBeCarriedOut = ({ code, message, retryable }: ErrorView): boolean =>
  message === errorsText.unclearEarlier || (isUnclearCode(code) && !retryable);

const hasProblem = (draft: IssueDraft, name: StepName) =>
  Object.keys(pick(textsOf(draft), FIELDS[name])).length > 0;

const ALL_FIELDS = Object.values(FIELDS).flat();

const goTo = (step: StepName) => window.history.pushState(null, "", `?step=${step}`);

const barOf = (current: StepName) =>
  STEPS.map((name, index) => {
    const at = STEPS.indexOf(current);
    const state = index < at ? ("done" as const) : index === at ? ("current" as const) : ("todo" as const);
    return { id: name, title: issueText.steps[name], state };
  });

function textsOf(draft: IssueDraft): FieldErrors {
  const found: FieldErrors = {};
  for (const [field, problem] of Object.entries(issueProblems(draft)))
    found[field] = [assetsText.issueProblems[problem]];
  return found;
}

const pick = (errors: FieldErrors, names: string[]): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => names.includes(name)));
