"use client";

import Wallet from "lucide-react/icons/wallet";
import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { sandboxText } from "@/lib/messages/sandbox";
import { notify } from "@/lib/notify";
import { makeInvestorWalletAction } from "@/server/actions/sandbox";

const { wallets } = sandboxText;

export function InvestorWallets({ gaids }: { gaids: string[] }) {
  const [made, setMade] = useState<string[]>([]);
  const { submit, isPending, error } = useSubmit(makeInvestorWalletAction, ({ gaid }) => {
    setMade((before) => [gaid, ...before]);
    notify({ tone: "ok", title: wallets.done });
  });
  return (
    <Card>
      <CardHeader title={wallets.title} description={wallets.description} />
      <CardBody className="grid gap-4">
        <FormAlert error={error} />
        <div>
          <Button
            variant="primary"
            icon={<Wallet aria-hidden />}
            loading={isPending}
            onClick={() => submit({})}
          >
            {wallets.make}
          </Button>
        </div>
        <section aria-live="polite" className="grid gap-1.5">
          <h3 className="font-medium text-muted-foreground text-xs">{wallets.fresh}</h3>
          {made.length === 0 ? (
            <p className="text-muted-foreground text-sm">{wallets.none}</p>
          ) : (
            <GaidList gaids={made} />
          )}
        </section>
        {gaids.length > 0 && (
          <details className="text-sm">
            <summary className="rounded-xs text-link">{wallets.all(gaids.length)}</summary>
            <div className="mt-2 max-h-72 overflow-y-auto">
              <GaidList gaids={gaids} />
            </div>
          </details>
        )}
      </CardBody>
    </Card>
  );
}

const GaidList = ({ gaids }: { gaids: string[] }) => (
  <ul className="grid gap-1 ps-1 text-sm">
    {gaids.map((gaid) => (
      <li key={gaid}>
        <CopyId value={gaid} label={wallets.gaid} full />
      </li>
    ))}
  </ul>
);
