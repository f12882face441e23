import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { blindersText } from "@/lib/messages/blinders";
import { routes } from "@/lib/routes";

const { hint: text } = blindersText;

/** On the asset's first page and its supply, while AMP lacks blinders. */
export function BlindersHint({ assetUuid, lacking }: { assetUuid: string; lacking: number }) {
  return (
    <Alert
      tone="info"
      title={text.title(lacking)}
      action={<ButtonLink href={routes.blinders(assetUuid)}>{text.action}</ButtonLink>}
    >
      {text.text}
    </Alert>
  );
}
