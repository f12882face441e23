import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { assetSettingsText } from "@/lib/messages/asset-settings";

/** What the issuer noted at AMP, as it was written. */
export const AssetMemo = ({ memo }: { memo: string }) => (
  <Card>
    <CardHeader title={assetSettingsText.memo.title} />
    <CardBody className="whitespace-pre-wrap break-words text-sm">{memo}</CardBody>
  </Card>
);
