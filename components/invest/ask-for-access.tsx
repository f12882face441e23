"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import type { InvestorView, IssuerLink } from "@/lib/domain/investor";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { investText } from "@/lib/messages/invest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { AmpIdForm } from "./amp-id-form";
import { RequestForm } from "./request-form";

const { ampId: text } = investText;

interface AskForAccessProps {
  label: string;
  view: InvestorView;
  issuer: IssuerLink;
  setup: WalletSetup;
  typed: RefObject<string>;
}

/** The request with the AMP ID that it names: an issuer may have refused it because of that one. */
export function AskForAccess({ label, view, issuer, setup, typed }: AskForAccessProps) {
  const bound = String(view.ampId?.boundAt);
  /** The binding that shall be replaced; once another is there, it is. */
  const [replaced, setReplaced] = useState<string | null>(null);
  const isChanging = replaced === bound;
  const change = useRef<HTMLButtonElement>(null);
  const wasChanging = useRef(false);
  useEffect(() => {
    if (wasChanging.current && !isChanging) change.current?.focus(); // what had it is gone
    wasChanging.current = isChanging;
  }, [isChanging]);
  return (
    <>
      {isChanging && (
        <div ref={enterField} className="grid justify-items-start gap-4">
          <AmpIdForm
            label={investorStatesText["amp-id-missing"].action}
            address={view.address}
            setup={setup}
            typed={typed}
          />
          <Button onClick={() => setReplaced(null)}>{text.keep}</Button>
        </div>
      )}
      {/* What was typed into it stays. */}
      <div className={isChanging ? "hidden" : "grid gap-5"}>
        {view.ampId && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {text.asked}
            <CopyId value={view.ampId.gaid} label={text.label} />
            <Button ref={change} size="sm" onClick={() => setReplaced(bound)}>
              {text.change}
            </Button>
          </p>
        )}
        <RequestForm label={label} issuer={issuer} />
      </div>
    </>
  );
}

const enterField = (place: HTMLElement | null) => place?.querySelector("input")?.focus();
