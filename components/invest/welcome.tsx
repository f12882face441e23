import Check from "lucide-react/icons/check";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { investText } from "@/lib/messages/invest";
import type { InvestNotice } from "@/lib/routes";
import { StateCard } from "./state-card";
import { Way } from "./way";

const { welcome: text } = investText;

interface WelcomeProps {
  title: string;
  lead: string;
  notice: InvestNotice | null;
  /** What the issuer asks and gets to see. */
  issuer?: ReactNode;
  /** The button that connects a wallet. */
  children: ReactNode;
}

/** Before anybody is signed in: what this is, how it goes, and the first step. */
export function Welcome({ title, lead, notice, issuer, children }: WelcomeProps) {
  return (
    <div className="grid gap-8">
      {notice && (
        <Alert
          tone={notice === "erased" || notice === "signed-out" ? "ok" : "info"}
          title={investText.notices[notice]}
        />
      )}
      <div className="grid max-w-2xl gap-2">
        <p className="font-semibold text-[2rem]/10 tracking-tight">{title}</p>
        <p className="text-lg text-muted-foreground">{lead}</p>
      </div>
      <div className="grid gap-6 md:grid-cols-[15rem_minmax(0,1fr)] md:gap-10">
        <Way state="signed-out" />
        <div className="grid content-start gap-6">
          <StateCard state="signed-out">{children}</StateCard>
          {issuer}
          <ul className="grid gap-2 text-muted-foreground text-sm">
            {text.points.map((point) => (
              <li key={point} className="flex items-start gap-2">
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-link" />
                {point}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
