"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Address, formatUnits } from "viem";
import { useConfig } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { FormAlert } from "@/components/data/error-alert";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { walletText } from "@/lib/messages/invest-wallet";
import { notify } from "@/lib/notify";
import { orderAutoInvest } from "@/server/actions/invest-chain";
import { useInvestorSubmit } from "../signed-in";
import { WalletSoon } from "../wallet-soon";
import { ApprovalCall } from "./approval-call";
import { allow, type Campaign, isMined } from "./campaign";
import { ProblemAlert } from "./problem-alert";

interface OrderReviewProps {
  campaign: Campaign;
  owner: Address;
  /** In the coin's smallest units. */
  amount: bigint;
  /** What the wallet will be asked to approve, in this order. */
  approvals: readonly bigint[];
  onBack: () => void;
  onDone: () => void;
}

/** The exact call before the wallet asks; then the permission and, once it is mined, the order. */
export function OrderReview({ campaign, owner, amount, approvals, onBack, onDone }: OrderReviewProps) {
  const config = useConfig();
  const { chainId, symbol, decimals } = campaign;
  const [step, setStep] = useState<keyof typeof text.steps>("allow");
  // What is mined is not asked for again when a later step fails and the person tries once more.
  const mined = useRef(0);
  const order = useInvestorSubmit(orderAutoInvest, () => {
    notify({ tone: "ok", title: text.ordered });
    onDone();
  });
  const permit = useMutation({
    mutationFn: async () => {
      const client = await getConnectorClient(config, { chainId });
      for (const units of approvals.slice(mined.current)) {
        setStep("allow");
        const hash = await allow(client, campaign, owner, units);
        setStep("mine");
        if (!(await isMined(client, hash))) return false;
        mined.current += 1;
      }
      return true;
    },
    onSuccess: (isAllowed) => isAllowed && send(),
  });
  const send = () => {
    setStep("order");
    order.submit({ chainId, campaign: campaign.address, amount });
  };
  // Once allowed, a repeat after a refused order asks the wallet for nothing.
  const onOrder = () => (permit.data === true ? send() : permit.mutate());
  const isBusy = permit.isPending || order.isPending;
  return (
    <div className="grid gap-4 text-sm">
      <FormAlert error={order.error} />
      <ProblemAlert error={permit.error} />
      {permit.data === false && <Alert tone="blocked" title={text.reverted} />}
      <p className="font-semibold text-xl">{`${formatUnits(amount, decimals)} ${symbol}`}</p>
      {approvals.length === 0 ? (
        <p>{text.allowed}</p>
      ) : (
        <ApprovalCall campaign={campaign} approvals={approvals} />
      )}
      {isBusy && <WalletSoon words={text.steps[step]} />}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" loading={isBusy} onClick={onOrder}>
          {approvals.length === 0 ? text.order : text.allow}
        </Button>
        <Button disabled={isBusy} onClick={onBack}>
          {walletText.goBack}
        </Button>
      </div>
    </div>
  );
}
