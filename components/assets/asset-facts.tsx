import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetsText } from "@/lib/messages/assets";
import { commonText } from "@/lib/messages/common";

/** What was fixed at issuance and cannot change any more. */
export function AssetFacts({ asset, issuanceTxid }: { asset: Asset; issuanceTxid: string | null }) {
  const { facts } = assetsText;
  const id = (value: string | null, label: string) =>
    value ? <CopyId value={value} label={label} ends={8} /> : commonText.none;
  return (
    <Card>
      <CardHeader title={facts.title} description={facts.fixed} />
      <CardBody>
        <KeyValues>
          <KeyValue term={facts.assetId}>{id(asset.assetId, facts.assetId)}</KeyValue>
          <KeyValue term={facts.uuid}>{id(asset.assetUuid, facts.uuid)}</KeyValue>
          <KeyValue term={facts.ticker}>{asset.ticker ?? commonText.none}</KeyValue>
          <KeyValue term={facts.domain}>{asset.domain ?? commonText.none}</KeyValue>
          <KeyValue term={facts.precision}>{asset.precision}</KeyValue>
          <KeyValue term={facts.pubkey}>{id(asset.pubkey, facts.pubkey)}</KeyValue>
          <KeyValue term={facts.token}>{id(asset.reissuanceTokenId, facts.token)}</KeyValue>
          {issuanceTxid && <KeyValue term={facts.issuance}>{id(issuanceTxid, facts.issuance)}</KeyValue>}
        </KeyValues>
      </CardBody>
    </Card>
  );
}
