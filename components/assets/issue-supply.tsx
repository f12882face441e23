import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import { Select } from "@/components/ui/select";
import { AMOUNT_UNITS, type AmountUnit, amountWrittenIn, issueAmountSats } from "@/lib/domain/issue-draft";
import { issueText } from "@/lib/messages/issue";
import { AmountDisplays } from "./amount-displays";
import type { IssueStepProps } from "./issue-step";

const precisionOptions = () =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8].map((digits) => ({
    value: String(digits),
    label: issueText.supply.precisionOption(digits),
  }));

export function SupplyStep({ draft, change, errors }: IssueStepProps) {
  const { supply } = issueText;
  const sats = issueAmountSats(draft);
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={supply.amount} hint={supply.amountHint[draft.amountIn]} error={errors.amount}>
          <Input
            inputMode={draft.amountIn === "sats" ? "numeric" : "decimal"}
            autoComplete="off"
            value={draft.amount}
            trailing={draft.amountIn === "sats" ? supply.amountUnits.sats : draft.ticker || undefined}
            onChange={(event) => change({ amount: event.target.value })}
          />
        </Field>
        <Field label={supply.amountIn} hint={supply.amountInHint}>
          <Select
            options={AMOUNT_UNITS.map((unit) => ({ value: unit, label: supply.amountUnits[unit] }))}
            value={draft.amountIn}
            onChange={(event) => change(amountWrittenIn(draft, event.target.value as AmountUnit))}
          />
        </Field>
        <Field label={supply.precision} hint={supply.precisionHint} error={errors.precision}>
          <Select
            options={precisionOptions()}
            value={String(draft.precision)}
            onChange={(event) => change({ precision: Number(event.target.value) })}
          />
        </Field>
      </div>
      <AmountDisplays
        sats={typeof sats === "bigint" ? sats : null}
        precision={draft.precision}
        ticker={draft.ticker}
      />
    </>
  );
}

export function ReissuanceStep({ draft, change, errors }: IssueStepProps) {
  const { reissuance } = issueText;
  return (
    <>
      <RadioGroup legend={reissuance.legend}>
        <RadioCard
          name="reissuable"
          checked={draft.isReissuable}
          onChange={() => change({ isReissuable: true })}
          title={reissuance.yes}
          description={reissuance.yesText}
        />
        <RadioCard
          name="reissuable"
          checked={!draft.isReissuable}
          onChange={() => change({ isReissuable: false })}
          title={reissuance.no}
          description={reissuance.noText}
        />
      </RadioGroup>
      {draft.isReissuable && (
        <Field
          label={reissuance.tokens}
          hint={reissuance.tokensHint}
          error={errors.reissuanceAmount}
          className="max-w-xs"
        >
          <Input
            inputMode="numeric"
            value={draft.reissuanceAmount}
            onChange={(event) => change({ reissuanceAmount: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}
