import { KycStatus } from "@/components/requests/kyc-status";
import { PortalLinks } from "@/components/requests/portal-invite";
import { Alert } from "@/components/ui/alert";
import type { Tone } from "@/components/ui/badge";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { PortalInvite, UserIdentity } from "@/lib/domain/requests";
import type { KYC_FILTERS } from "@/lib/domain/users";
import { formatUtcDay } from "@/lib/format/times";
import { requestsText } from "@/lib/messages/requests";
import { userIdentityText as text } from "@/lib/messages/user-identity";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";

const { kyc: kycText } = requestsText;

type Standing = (typeof KYC_FILTERS)[number];
type Approved = NonNullable<UserIdentity["approved"]>;

const TONES: Record<Standing, Tone> = { portal: "ok", lapsed: "danger", pending: "waiting", none: "neutral" };

/** By the same rule as the register's filter. */
function standingOf({ approved, pending }: UserIdentity): Standing {
  if (approved) return approved.kycAlert === null ? "portal" : "lapsed";
  return pending ? "pending" : "none";
}

interface IdentityCardProps {
  identity: UserIdentity;
  invite: PortalInvite;
}

/** How the person behind a registered user proved who they are; nothing of them that the request's page would mask. */
export function IdentityCard({ identity, invite }: IdentityCardProps) {
  const { approved, pending } = identity;
  const standing = standingOf(identity);
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.description}
        actions={
          <span className="text-sm">
            <Status tone={TONES[standing]}>{usersText.kycStates[standing]}</Status>
          </span>
        }
      />
      <CardBody className="grid gap-3 py-2 text-sm">
        {approved && <Facts approved={approved} />}
        {approved && <Doubt approved={approved} links={invite.links} />}
        {pending && (
          <Alert
            tone="waiting"
            title={text.waiting}
            action={<RequestLink id={pending.id}>{text.openWaiting}</RequestLink>}
          >
            {text.waitingHint}
          </Alert>
        )}
        {standing === "none" && <p className="text-muted-foreground">{text.none}</p>}
      </CardBody>
    </Card>
  );
}

const RequestLink = ({ id, children }: { id: string; children: string }) => (
  <Link href={routes.request(id)} className="text-link underline-offset-2 hover:underline">
    {children}
  </Link>
);

function Facts({ approved }: { approved: Approved }) {
  const { id, kyc, kycAnswer, kycCheckedAt, isKycStale, decidedAt, decidedBy } = approved;
  return (
    <KeyValues>
      <KeyValue term={requestsText.one}>
        <RequestLink id={id}>{usersText.fromRequest}</RequestLink>
      </KeyValue>
      {decidedAt && (
        <KeyValue term={text.decided}>
          <BlockTime at={decidedAt} /> {decidedBy !== null && text.decidedBy(decidedBy)}
        </KeyValue>
      )}
      <KeyValue term={text.standing}>
        <KycStatus {...approved} />
      </KeyValue>
      {kycAnswer !== null && <KeyValue term={text.answer}>{requestsText.alert.answers[kycAnswer]}</KeyValue>}
      <KeyValue term={kycText.validUntil}>
        {kyc.validUntil === null ? kycText.noEnd : formatUtcDay(kyc.validUntil)}
      </KeyValue>
      <KeyValue term={isKycStale ? kycText.staleSince : kycText.checked}>
        <BlockTime at={kycCheckedAt} />
      </KeyValue>
    </KeyValues>
  );
}

/** What speaks against relying on it now, and how the investor is asked again. */
function Doubt({ approved, links }: { approved: Approved; links: PortalInvite["links"] }) {
  const { kycAlert, kycUnansweredAt, isKycStale } = approved;
  const isInDoubt = kycAlert !== null || isKycStale;
  return (
    <>
      {kycUnansweredAt !== null && (
        <Alert tone="waiting" title={text.unanswered}>
          {text.unansweredText} <BlockTime at={kycUnansweredAt} />
        </Alert>
      )}
      {isKycStale && (
        <Alert tone="blocked" title={kycText.stale}>
          {kycText.staleText}
        </Alert>
      )}
      {isInDoubt && links.length > 0 && (
        <div className="grid gap-1">
          <p>{text.askAgain}</p>
          <PortalLinks links={links} />
        </div>
      )}
    </>
  );
}
