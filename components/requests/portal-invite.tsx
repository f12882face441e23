import { Link } from "@/components/ui/link";
import type { PortalInvite } from "@/lib/domain/requests";
import { portalInviteText as text } from "@/lib/messages/portal-invite";
import { routes } from "@/lib/routes";
import { PortalLink } from "./portal-link";

const LINK = "text-link underline underline-offset-2";

/** Where an investor without a GAID is sent, and what comes of it. */
export function PortalInviteNote({ links, canSetUp }: PortalInvite) {
  if (links.length === 0)
    return (
      <p className="text-sm">
        {canSetUp ? text.off : text.askIssuer}{" "}
        {canSetUp && (
          <Link href={routes.portalSettings} className={LINK}>
            {text.switchOn}
          </Link>
        )}
      </p>
    );
  return (
    <div className="grid gap-1.5 text-sm">
      <p>{links.length === 1 ? text.send : text.sendSeveral}</p>
      <PortalLinks links={links} />
      <p className="text-muted-foreground text-xs">
        {text.afterwards}{" "}
        <Link href={routes.requests} className={LINK}>
          {text.toRequests}
        </Link>
      </p>
    </div>
  );
}

/** A manager may see the links of several issuers. */
export const PortalLinks = ({ links }: Pick<PortalInvite, "links">) => (
  <ul className="grid gap-0.5">
    {links.map(({ slug, issuerName }) => (
      <li key={slug} className="flex flex-wrap items-baseline gap-x-2">
        {links.length > 1 && <span>{issuerName}</span>}
        <PortalLink slug={slug} />
      </li>
    ))}
  </ul>
);
