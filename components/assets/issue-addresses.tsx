import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { issueText } from "@/lib/messages/issue";
import type { IssueStepProps } from "./issue-step";
import type { NodeAddresses } from "./use-node-addresses";

export function AddressStep({ draft, change, errors, node }: IssueStepProps & { node: NodeAddresses }) {
  const { addresses } = issueText;
  return (
    <>
      <p className="text-muted-foreground text-sm">{addresses.lead}</p>
      {node.error && (
        <Alert tone="waiting" title={addresses.problem} safe={addresses.problemText}>
          {node.error.message}
        </Alert>
      )}
      <Field label={addresses.destination} error={errors.destinationAddress}>
        <Textarea
          mono
          rows={2}
          spellCheck={false}
          value={draft.destinationAddress}
          onChange={(event) => change({ destinationAddress: event.target.value.trim() })}
        />
      </Field>
      {draft.isReissuable && (
        <Field label={addresses.reissuance} error={errors.reissuanceAddress}>
          <Textarea
            mono
            rows={2}
            spellCheck={false}
            value={draft.reissuanceAddress}
            onChange={(event) => change({ reissuanceAddress: event.target.value.trim() })}
          />
        </Field>
      )}
      <div>
        <Button size="sm" loading={node.isPending} onClick={node.take}>
          {addresses.fresh}
        </Button>
      </div>
    </>
  );
}
