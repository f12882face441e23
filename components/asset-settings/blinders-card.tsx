import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { routes } from "@/lib/routes";

const { blinders: text } = assetSettingsText;

export function BlindersCard({ assetUuid }: { assetUuid: string }) {
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid justify-items-start gap-3">
        <p className="text-muted-foreground text-sm">{text.text}</p>
        <ButtonLink size="sm" href={routes.blinders(assetUuid)}>
          {text.action}
        </ButtonLink>
      </CardBody>
    </Card>
  );
}
