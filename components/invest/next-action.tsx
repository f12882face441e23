"use client";

import { type RefObject, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import type { InvestorView } from "@/lib/domain/investor";
import { actionOf, type InvestorStateName } from "@/lib/domain/investor-state";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { investText } from "@/lib/messages/invest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { routes } from "@/lib/routes";
import { AmpIdForm } from "./amp-id-form";
import { AskForAccess } from "./ask-for-access";
import { EmailForm } from "./email-form";
import { OpenLink } from "./open-link";
import { StartKyc } from "./start-kyc";
import { TryAgain } from "./try-again";
import { WithdrawRequest } from "./withdraw-request";

interface NextActionProps {
  state: InvestorStateName;
  view: InvestorView;
  setup: WalletSetup;
  refresh: () => Promise<void>;
  /** Of the AMP ID: states come and go while it is typed. */
  typed: RefObject<string>;
}

/** The one thing to do in this state, under the words that the state gives it. */
export function NextAction({ state, view, setup, refresh, typed }: NextActionProps) {
  const label = investorStatesText[state].action;
  switch (actionOf(state)) {
    case "set-email":
      return <EmailForm email={view.email} label={label} />;
    case "start-kyc":
      return <StartKyc label={label} isTestOffered={view.offers.testKyc} />;
    case "bind-amp-id":
      return <AmpIdForm label={label} address={view.address} setup={setup} typed={typed} />;
    case "open-link":
      return <OpenLink label={label} />;
    case "send-request":
      return view.issuer && <AskForAccess {...{ label, view, setup, typed }} issuer={view.issuer} />;
    case "retry-whitelist":
      return view.issuer && <TryAgain label={label} issuer={view.issuer.slug} />;
    case "see-holdings":
      return <Holdings label={label} isOffered={view.offers.holdings} />;
    default:
      return (
        <>
          <LookAgain label={label} refresh={refresh} />
          {state === "request-open" && view.request && <WithdrawRequest requestId={view.request.id} />}
        </>
      );
  }
}

function LookAgain({ label, refresh }: { label: string; refresh: () => Promise<void> }) {
  const [isLooking, setLooking] = useState(false);
  const onLook = async () => {
    setLooking(true);
    await refresh();
    setLooking(false);
  };
  return (
    <div>
      <Button size="lg" loading={isLooking} onClick={onLook} className="max-sm:w-full">
        {label}
      </Button>
    </div>
  );
}

/** An issuer that keeps holdings to itself leaves the person's own data to look at. */
const Holdings = ({ label, isOffered }: { label: string; isOffered: boolean }) => (
  <div>
    <ButtonLink size="lg" variant="primary" href={isOffered ? routes.investHoldings : routes.investProfile}>
      {isOffered ? label : investText.profile.see}
    </ButtonLink>
  </div>
);
