import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { EnvironmentBadge, EnvironmentBand } from "@/components/shell/environment-badge";
import { LanguageChoice } from "@/components/shell/language-choice";
import { Mark } from "@/components/shell/mark";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Link } from "@/components/ui/link";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { cn } from "@/lib/cn";
import type { EnvironmentName } from "@/lib/domain/actor";
import type { InvestorView } from "@/lib/domain/investor";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { commonText } from "@/lib/messages/common";
import { investText } from "@/lib/messages/invest";
import { routes } from "@/lib/routes";
import { parseTheme, THEME_COOKIE } from "@/lib/theme";
import { LateRefusedFields } from "./late-refused-fields";
import { SignedIn } from "./signed-in";
import { WatchAccount } from "./watch-account";

interface PortalShellProps {
  /** Where the issuer's securities are; null while there is no issuer: then the badge shows what this deployment serves. */
  environment: EnvironmentName | null;
  /** null: nobody is signed in. */
  view: InvestorView | null;
  setup: WalletSetup;
  children: ReactNode;
}

/** The frame of every page of the portal: no part of the desk, and nothing of it within reach. */
export async function PortalShell({ environment: ofIssuer, view, setup, children }: PortalShellProps) {
  const environment = ofIssuer ?? setup.environment;
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className={cn("flex min-h-dvh flex-col", environment === "live" && "[--band-height:3px]")}>
      {environment === "live" && <EnvironmentBand />}
      <header className="border-border border-b bg-card">
        <div className="mx-auto flex min-h-14 max-w-5xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 sm:px-6">
          <Link
            href={routes.invest}
            className="flex items-center gap-2 rounded-sm font-semibold text-lg no-underline"
          >
            <Mark />
            <span className="max-[24rem]:sr-only">{investText.title}</span>
          </Link>
          {environment && <EnvironmentBadge environment={environment} />}
          <div className="ms-auto">
            <ThemeSwitch initial={theme} />
          </div>
          {environment && <span className="sr-only">{commonText.environmentHints[environment]}</span>}
        </div>
        {view && (
          <div className="mx-auto max-w-5xl px-4 sm:px-6">
            <Tabs label={investText.navigation} tabs={tabsOf(view)} className="border-b-0" />
          </div>
        )}
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl flex-1 px-4 py-6 outline-none sm:px-6 sm:py-10"
      >
        {view ? <SignedIn address={view.address}>{children}</SignedIn> : children}
      </main>
      <footer className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-muted-foreground text-xs sm:px-6">
        <p>{investText.footer}</p>
        <LanguageChoice />
      </footer>
      <LateRefusedFields />
      {view && <WatchAccount setup={setup} address={view.address} />}
    </div>
  );
}

/** What is offered here, and nothing that would only say that it is not. */
function tabsOf({ offers }: InvestorView): Tab[] {
  const { nav } = investText;
  return [
    { href: routes.invest, label: nav.progress },
    ...(offers.holdings ? [{ href: routes.investHoldings, label: nav.holdings }] : []),
    ...(offers.autoInvest ? [{ href: routes.investAutoInvest, label: nav.autoInvest }] : []),
    ...(offers.faucet ? [{ href: routes.investFaucet, label: nav.faucet }] : []),
    ...(offers.documents ? [{ href: routes.investDocuments, label: nav.documents }] : []),
    { href: routes.investProfile, label: nav.profile },
  ];
}
