import Link2Off from "lucide-react/icons/link-2-off";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { investText } from "@/lib/messages/invest";
import { routes } from "@/lib/routes";

const { welcome: text } = investText;

/** A link that belongs to no issuer, or to one who took it back. */
export const UnknownIssuer = () => (
  <Card>
    <EmptyState
      icon={<Link2Off aria-hidden />}
      title={text.unknownIssuer}
      isHeading
      action={<ButtonLink href={routes.invest}>{text.toPortal}</ButtonLink>}
    >
      {text.unknownIssuerText}
    </EmptyState>
  </Card>
);
