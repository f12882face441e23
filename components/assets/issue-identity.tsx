import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import { isLongTicker } from "@/lib/domain/issue-draft";
import { issueText } from "@/lib/messages/issue";
import type { IssueStepProps } from "./issue-step";

export function KindStep({ draft, change }: IssueStepProps) {
  const { kind } = issueText;
  return (
    <>
      <RadioGroup legend={kind.legend}>
        <RadioCard
          name="kind"
          checked={draft.transferRestricted}
          onChange={() => change({ transferRestricted: true })}
          title={kind.restricted}
          description={kind.restrictedText}
        />
        <RadioCard
          name="kind"
          checked={!draft.transferRestricted}
          onChange={() => change({ transferRestricted: false })}
          title={kind.tracked}
          description={kind.trackedText}
        />
      </RadioGroup>
      <Checkbox
        label={kind.confidential}
        hint={kind.confidentialHint}
        checked={draft.isConfidential}
        onChange={(event) => change({ isConfidential: event.target.checked })}
      />
    </>
  );
}

export function IdentityStep({ draft, change, errors }: IssueStepProps) {
  const { identity } = issueText;
  return (
    <>
      <Field label={identity.name} hint={identity.nameHint} error={errors.name}>
        <Input
          value={draft.name}
          maxLength={255}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <p className="text-muted-foreground text-sm">{identity.registry}</p>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Field label={identity.ticker} hint={identity.tickerHint} error={errors.ticker} optional>
          <Input
            value={draft.ticker}
            autoCapitalize="characters"
            onChange={(event) => change({ ticker: event.target.value.trim() })}
          />
        </Field>
        {/* Below the field, which must not move while somebody types. */}
        <p role="status" className="text-blocked text-sm empty:hidden sm:order-last sm:col-span-2">
          {isLongTicker(draft.ticker) && identity.tickerLong}
        </p>
        <Field label={identity.domain} hint={identity.domainHint} error={errors.domain} optional>
          <Input
            value={draft.domain}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => change({ domain: event.target.value.trim() })}
          />
        </Field>
      </div>
      <Field label={identity.pubkey} hint={identity.pubkeyHint} error={errors.pubkey} optional>
        <Input
          mono
          value={draft.pubkey}
          spellCheck={false}
          onChange={(event) => change({ pubkey: event.target.value.trim() })}
        />
      </Field>
      <Alert tone="info" title={identity.permanent} />
    </>
  );
}
