"use client";

import Download from "lucide-react/icons/download";
import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { Button, buttonVariants } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { late } from "@/components/ui/late";
import { Status } from "@/components/ui/status";
import type { AssetSettings } from "@/lib/domain/asset-settings";
import { isAccepted, type ProofCheck, proofFileName, proofText, proofUrl } from "@/lib/domain/domain-proof";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { notify } from "@/lib/notify";
import { checkDomainProofAction, publishDomainProofAction } from "@/server/actions/asset-settings";
import { RegisterButton } from "./register-button";

const { registry: text } = assetSettingsText;
const ProofCheckResult = late(() => import("./proof-check-result").then((module) => module.ProofCheckResult));

/** From the file on the issuer's web site to the asset's entry in the Liquid Asset Registry. */
export function RegistryCard({ asset, issuance, canPublish, intentId }: AssetSettings) {
  const { domain } = asset;
  const isPossible = domain && asset.ticker && asset.pubkey;
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <CardBody className="grid gap-4 text-sm">
        {asset.isRegistered && (
          <Status tone="ok" wraps>
            {text.registered(domain ?? "")}
          </Status>
        )}
        {isPossible ? (
          <Proof {...{ asset, issuance, domain, canPublish, intentId }} />
        ) : (
          <Alert tone="neutral" title={text.impossible}>
            {text.impossibleText}
          </Alert>
        )}
      </CardBody>
    </Card>
  );
}

interface ProofProps extends Pick<AssetSettings, "asset" | "issuance" | "canPublish" | "intentId"> {
  domain: string;
}

function Proof({ asset, issuance, domain, canPublish, intentId }: ProofProps) {
  const { assetId, assetUuid, isRegistered } = asset;
  const content = proofText(domain, assetId);
  const { submit, data, isPending, error } = useCheck(assetUuid);
  return (
    <>
      {!isRegistered && <p>{text.steps}</p>}
      <dl className="grid gap-2.5">
        <Line term={text.fileName} label={text.fileNameLabel} value={proofFileName(assetId)} />
        <Line term={text.content} label={text.contentLabel} value={content} />
        <Line term={text.address} label={text.addressLabel} value={proofUrl(domain, assetId)} />
      </dl>
      <div className="flex flex-wrap gap-2">
        {/* As text a browser would put ".txt" behind the name, and the registry would not find it. */}
        <a
          href={`data:application/octet-stream,${encodeURIComponent(content)}`}
          download={proofFileName(assetId)}
          className={buttonVariants()}
        >
          <Download aria-hidden />
          {text.download}
        </a>
        {canPublish && !isRegistered && <Publish assetUuid={assetUuid} />}
        <Button onClick={() => submit({ assetUuid })} loading={isPending}>
          {text.check}
        </Button>
        {!isRegistered && (
          <RegisterButton
            asset={asset}
            issuance={issuance}
            domain={domain}
            intentId={intentId}
            isChecked={data !== null && isAccepted(data)}
          />
        )}
      </div>
      <FormAlert error={error} />
      <div aria-live="polite" aria-busy={isPending} className="empty:hidden">
        {data && <ProofCheckResult check={data} />}
      </div>
    </>
  );
}

/** The value below its name: it is long, and has to be read letter by letter. */
const Line = ({ term, label, value }: { term: string; label: string; value: string }) => (
  <div className="grid gap-0.5">
    <dt className="text-muted-foreground text-xs">{term}</dt>
    <dd>
      <CopyId value={value} label={label} full />
    </dd>
  </div>
);

function Publish({ assetUuid }: { assetUuid: string }) {
  const { submit, isPending, error } = useSubmit(
    publishDomainProofAction,
    () => notify({ tone: "ok", title: text.published }),
    { rereads: false },
  );
  return (
    <>
      <Button onClick={() => submit({ assetUuid })} loading={isPending}>
        {text.publish}
      </Button>
      <FormAlert error={error} />
    </>
  );
}

/** The last look; another asset's is none. */
function useCheck(assetUuid: string) {
  const [check, setCheck] = useState<{ of: string; seen: ProofCheck } | null>(null);
  const rest = useSubmit(checkDomainProofAction, (seen) => setCheck({ of: assetUuid, seen }), {
    rereads: false,
  });
  return { ...rest, data: check?.of === assetUuid ? check.seen : null };
}
