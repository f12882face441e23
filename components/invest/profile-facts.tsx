import { EmailForm } from "@/components/invest/email-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { InvestorView } from "@/lib/domain/investor";
import { formatUtc } from "@/lib/format/times";
import { investText } from "@/lib/messages/invest";

const { profile: text, email } = investText;

/** Who is signed in, as the portal knows the person. */
export function ProfileFacts({ view }: { view: InvestorView }) {
  return (
    <>
      <Card>
        <CardHeader title={text.wallet} description={text.walletHint} />
        <CardBody>
          <KeyValues>
            <KeyValue term={text.address}>
              <CopyId value={view.address} label={text.addressName} full />
            </KeyValue>
            <KeyValue term={text.session}>{formatUtc(view.sessionEndsAt)}</KeyValue>
          </KeyValues>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={text.ampId} />
        <CardBody>
          {view.ampId ? (
            <KeyValues>
              <KeyValue term={text.ampId}>
                <CopyId value={view.ampId.gaid} label={text.ampIdName} full />
              </KeyValue>
              <KeyValue term={text.boundAt}>{formatUtc(view.ampId.boundAt)}</KeyValue>
            </KeyValues>
          ) : (
            <p className="text-muted-foreground text-sm">{text.noAmpId}</p>
          )}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={text.email} />
        <CardBody>
          <EmailForm email={view.email} label={email.save} />
        </CardBody>
      </Card>
    </>
  );
}
