import ArrowLeft from "lucide-react/icons/arrow-left";
import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

/** From one thing back to the list it stands in. */
export const BackLink = ({ href, children }: { href: Route; children: ReactNode }) => (
  <ButtonLink
    size="sm"
    variant="ghost"
    href={href}
    className="w-fit"
    icon={<ArrowLeft aria-hidden className="rtl:-scale-x-100" />}
  >
    {children}
  </ButtonLink>
);
