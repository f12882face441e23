import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { EligibilityView } from "@/lib/domain/eligibility";
import { eligibilityText as text } from "@/lib/messages/eligibility";
import { remedyHref } from "./remedies";

interface AssetAlertsProps {
  assetUuid: string;
  view: EligibilityView;
  /** An issuer can mend it, a manager can only know. */
  canMend: boolean;
}

/** What concerns everybody: rules of the asset that fail, and rules that do not apply. */
export function AssetAlerts({ assetUuid, view, canMend }: AssetAlertsProps) {
  const { failing, isRestricted, required, hasEndpoint, counts } = view;
  return (
    <>
      {failing.map((rule) => (
        <Alert
          key={rule}
          tone="blocked"
          title={text.everybody[rule].title}
          action={
            canMend && (
              <ButtonLink size="sm" href={remedyHref(rule, assetUuid)}>
                {text.everybody[rule].remedy}
              </ButtonLink>
            )
          }
        >
          <p>{text.everybody[rule].text}</p>
          {!canMend && <p>{text.everybody[rule].manager}</p>}
          {failing.length === 1 && <p>{text.everybody.pass(counts.clear)}</p>}
        </Alert>
      ))}
      {!isRestricted && (
        <Alert tone="info" title={text.tracked.title}>
          {text.tracked.text}
        </Alert>
      )}
      {isRestricted && required.length === 0 && (
        <Alert tone="info" title={text.noCategories.title}>
          {text.noCategories.text}
        </Alert>
      )}
      {hasEndpoint && (
        <Alert tone="info" title={text.endpoint.title}>
          {text.endpoint.text}
        </Alert>
      )}
    </>
  );
}
