import { type ReactNode, useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { type IssueDraft, issueAmountSats, issueTokens } from "@/lib/domain/issue-draft";
import type { FieldErrors } from "@/lib/errors";
import { formatSats } from "@/lib/format/amounts";
import { assetsText } from "@/lib/messages/assets";
import { commonText } from "@/lib/messages/common";
import { issueText } from "@/lib/messages/issue";
import { AmountDisplays } from "./amount-displays";

interface ReviewStepProps {
  draft: IssueDraft;
  /** Whether the treasury's node gave the key with the destination address. */
  hasNodesKey: boolean;
  errors: FieldErrors;
  onNamed: (isNamed: boolean) => void;
}

/** Everything that becomes permanent, and the name to be typed before the last click. */
export function ReviewStep({ draft, hasNodesKey, errors, onNamed }: ReviewStepProps) {
  const { review } = issueText;
  const sats = issueAmountSats(draft);
  const problems = Object.values(errors).flat();
  return (
    <>
      <Alert tone="blocked" title={review.lead}>
        {review.permanent(draft.precision)}
      </Alert>
      {problems.length > 0 && (
        <Alert tone="danger" title={assetsText.issueInvalid}>
          <ul className="list-disc ps-4">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Alert>
      )}
      <AmountDisplays
        sats={typeof sats === "bigint" ? sats : null}
        precision={draft.precision}
        ticker={draft.ticker}
      />
      <KeyValues>
        {rowsOf(draft, hasNodesKey).map(([term, value]) => (
          <KeyValue key={term} term={term}>
            {value}
          </KeyValue>
        ))}
      </KeyValues>
      <p className="text-muted-foreground text-sm">{review.next}</p>
      <TypeName draft={draft} onNamed={onNamed} />
    </>
  );
}

function rowsOf(draft: IssueDraft, hasNodesKey: boolean): [string, ReactNode][] {
  const { rows } = issueText.review;
  const hasRegistry = draft.ticker !== "";
  const publicKey = <PublicKey value={draft.pubkey} isNodes={hasNodesKey} />;
  return [
    [rows.kind, draft.transferRestricted ? assetsText.kindsLong.restricted : assetsText.kindsLong.tracked],
    [rows.name, draft.name.trim() || commonText.none],
    [rows.ticker, draft.ticker || commonText.none],
    [rows.domain, draft.domain || commonText.none],
    [rows.pubkey, hasRegistry ? publicKey : commonText.none],
    [rows.confidential, draft.isConfidential ? rows.confidentialYes : rows.confidentialNo],
    [
      rows.reissuance,
      draft.isReissuable ? rows.tokens(formatSats(issueTokens(draft) ?? 0n)) : issueText.reissuance.no,
    ],
    [rows.destination, code(draft.destinationAddress)],
    ...(draft.isReissuable ? [[rows.token, code(draft.reissuanceAddress)] as [string, ReactNode]] : []),
  ];
}

const code = (text: string) => <code className="break-all font-mono text-xs">{text}</code>;

/** The registry keeps it for good, and two rows of hex look alike: whose it is stands below. */
function PublicKey({ value, isNodes }: { value: string; isNodes: boolean }) {
  const { rows } = issueText.review;
  return (
    <span className="grid gap-1">
      {code(value)}
      {isNodes ? (
        <span className="text-muted-foreground text-xs">{rows.nodesKey}</span>
      ) : (
        <span className="text-blocked text-xs">{rows.otherKey}</span>
      )}
    </span>
  );
}

/** Typed for what stands above it: asked for again once that is another draft, or was left. */
function TypeName({ draft, onNamed }: Pick<ReviewStepProps, "draft" | "onNamed">) {
  const name = draft.name.trim();
  const [typed, setTyped] = useState("");
  const [left, setLeft] = useState(false);
  const isWrong = left && typed !== "" && typed.trim() !== name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever of the draft changes
  useEffect(
    () => () => {
      setTyped("");
      onNamed(false);
    },
    [draft, onNamed],
  );
  return (
    <Field label={issueText.review.typeName(name)} error={isWrong ? issueText.review.mismatch : undefined}>
      <Input
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onBlur={() => setLeft(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          onNamed(event.target.value.trim() === name && name !== "");
        }}
      />
    </Field>
  );
}
