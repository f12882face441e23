import type { ReactNode } from "react";
import { BlockTime } from "@/components/ui/block-time";
import { Link } from "@/components/ui/link";
import type { StepFact, StepFacts } from "@/lib/domain/asset-steps";
import { formatBlockHeight } from "@/lib/format/times";
import { assetStepsText as text } from "@/lib/messages/asset-steps";
import { routes } from "@/lib/routes";

/** The facts of each step, drawn on the server: the checklist puts them under the steps that are done. */
export const drawStepFacts = (
  facts: StepFacts,
  assetUuid: string,
): Partial<Record<keyof StepFacts, ReactNode>> =>
  Object.fromEntries(
    Object.entries(facts).map(([step, fact]) => [
      step,
      <Fact key={step} fact={fact} assetUuid={assetUuid} />,
    ]),
  );

function Fact({ fact, assetUuid }: { fact: StepFact; assetUuid: string }) {
  const proofs = proofsOf(fact, assetUuid);
  return (
    <dl className="mt-1 flex flex-wrap items-baseline gap-x-4">
      <Part term={text.when}>
        <When fact={fact} />
      </Part>
      <Part term={text.who}>{fact.by.kind === "person" ? fact.by.name : text[fact.by.kind]}</Part>
      {proofs.length > 0 && <Part term={text.proof}>{proofs}</Part>}
    </dl>
  );
}

const Part = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-baseline gap-x-1.5">
    <dt>{term}</dt>
    <dd className="flex flex-wrap items-baseline gap-x-2 text-foreground">{children}</dd>
  </div>
);

function When({ fact: { at, height } }: { fact: StepFact }) {
  if (at !== null) return <BlockTime at={at} height={height} className="flex-wrap" />;
  return height === null ? text.unknown : text.atBlock(formatBlockHeight(height));
}

const LINK = "inline-block min-h-6 text-link leading-6 underline-offset-2 hover:underline";

function proofsOf({ proof }: StepFact, assetUuid: string): ReactNode[] {
  const { txid, fileUrl, entryUrl, auditId, isAmpsWord } = proof;
  const outside = (url: string, label: string) => (
    <a key={label} href={url} target="_blank" rel="noopener noreferrer" className={LINK}>
      {label}
    </a>
  );
  return [
    txid !== undefined && (
      <Link key="txid" href={routes.transaction(assetUuid, txid)} title={txid} className={LINK}>
        {text.transaction}
      </Link>
    ),
    fileUrl !== undefined && outside(fileUrl, text.file),
    entryUrl !== undefined && outside(entryUrl, text.entry),
    auditId !== undefined && (
      <Link key="audit" href={routes.auditEntry(auditId)} className={LINK}>
        {text.audit}
      </Link>
    ),
    isAmpsWord && <span key="amp">{text.amp}</span>,
  ].filter(Boolean);
}
