"use client";

import { CopyId } from "@/components/ui/copy-id";
import { useInBrowser } from "@/components/ui/use-in-browser";
import { portalInviteText } from "@/lib/messages/portal-invite";
import { routes } from "@/lib/routes";

const readOrigin = () => window.location.origin;

/** The whole link, to copy. The desk's own address is what the browser sees; the server, behind a proxy, may know another. */
export function PortalLink({ slug }: { slug: string }) {
  const origin = useInBrowser(readOrigin, "");
  return <CopyId value={`${origin}${routes.investIssuer(slug)}`} label={portalInviteText.copyLabel} full />;
}
