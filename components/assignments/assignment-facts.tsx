import { OwnOperation, TransactionLink } from "@/components/distributions/amp-distribution-parts";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { AssignmentPayment, AssignmentView } from "@/lib/domain/assignment-view";
import { accountMakerText } from "@/lib/messages/account-maker";
import { assignmentBlockersText } from "@/lib/messages/assignment-blockers";
import { assignmentViewText as text } from "@/lib/messages/assignment-view";
import { assignmentsText } from "@/lib/messages/assignments";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";
import { AssignmentPageActions } from "./assignment-page-actions";
import { TONES } from "./tones";

const { fields } = text;

/** One assignment: what its row says, and who made it, where it goes and what paid it. */
export function AssignmentFacts({ view, canWrite }: { view: AssignmentView; canWrite: boolean }) {
  const { asset, row, missing, maker, payment } = view;
  return (
    <Card>
      <CardHeader
        title={text.title(row.id)}
        actions={canWrite && <AssignmentPageActions asset={asset} row={row} />}
      />
      <CardBody>
        <KeyValues>
          <KeyValue term={fields.user}>
            <Link href={routes.user(row.registeredUser)} className="hover:underline">
              {row.userName}
            </Link>
          </KeyValue>
          <KeyValue term={fields.gaid}>
            {row.gaid === null ? (
              assignmentBlockersText.gaid
            ) : (
              <CopyId value={row.gaid} label={text.gaidLabel} full />
            )}
          </KeyValue>
          <KeyValue term={fields.amount}>
            <Amount sats={row.amount} precision={asset.precision} ticker={asset.ticker} />
          </KeyValue>
          <KeyValue term={fields.state}>
            <Status tone={TONES[row.state]}>{assignmentsText.states[row.state]}</Status>
          </KeyValue>
          {missing.length > 0 && (
            <KeyValue term={fields.missing}>
              <Link
                href={routes.whyNot(asset.assetUuid, row.registeredUser)}
                className="text-blocked underline underline-offset-2"
              >
                {missing.map(({ name }) => name).join(", ")}
              </Link>
            </KeyValue>
          )}
          <KeyValue term={fields.held}>{row.readyForDistribution ? commonText.no : commonText.yes}</KeyValue>
          <KeyValue term={fields.vests}>
            {row.vestingTimestamp ? <BlockTime at={row.vestingTimestamp} /> : text.atOnce}
          </KeyValue>
          <KeyValue term={fields.maker}>{accountMakerText.name(maker)}</KeyValue>
          <KeyValue term={fields.address}>
            {row.receivingAddress === null ? (
              text.noAddress
            ) : (
              <CopyId value={row.receivingAddress} label={text.addressLabel} full />
            )}
          </KeyValue>
          <KeyValue term={fields.distribution}>
            <DistributionOf assetUuid={asset.assetUuid} uuid={row.distributionUuid} payment={payment} />
          </KeyValue>
          {payment && (
            <>
              <KeyValue term={fields.run}>
                <OwnOperation assetUuid={asset.assetUuid} operationId={payment.operationId} />
              </KeyValue>
              <KeyValue term={fields.outputs}>
                <Outputs assetUuid={asset.assetUuid} payment={payment} />
              </KeyValue>
            </>
          )}
        </KeyValues>
      </CardBody>
    </Card>
  );
}

interface DistributionOfProps {
  assetUuid: string;
  uuid: string | null;
  payment: AssignmentPayment | null;
}

/** A link as soon as AMP has a page's worth to tell of it. */
function DistributionOf({ assetUuid, uuid, payment }: DistributionOfProps) {
  if (uuid === null) return text.noDistribution;
  if (!payment?.isBooked) return <CopyId value={uuid} label={text.uuidLabel} full />;
  return (
    <Link
      href={routes.ampDistribution(assetUuid, uuid)}
      className="text-link underline-offset-2 hover:underline"
    >
      {uuid}
    </Link>
  );
}

function Outputs({
  assetUuid,
  payment: { isBooked, outputs },
}: Omit<DistributionOfProps, "uuid"> & { payment: AssignmentPayment }) {
  if (!isBooked) return text.notBooked;
  if (outputs.length === 0) return commonText.none;
  return (
    <>
      {outputs.map(({ txid, vout }) => (
        <div key={`${txid}:${vout}`} className="flex flex-wrap items-center gap-x-2">
          <TransactionLink assetUuid={assetUuid} txid={txid} />
          {text.output(vout)}
        </div>
      ))}
      {outputs.length > 1 && <p className="text-muted-foreground text-xs">{text.alike}</p>}
    </>
  );
}
