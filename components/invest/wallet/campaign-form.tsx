"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { type Address, isAddress } from "viem";
import { useConfig } from "wagmi";
import { getConnectorClient, switchChain } from "wagmi/actions";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { useFormDraft } from "../drafts";
import { type Campaign, readCampaign } from "./campaign";
import { ProblemAlert } from "./problem-alert";
import { walletProblem } from "./wallet-problem";

interface CampaignFormProps {
  chains: WalletSetup["chains"];
  owner: Address;
  onFound: (campaign: Campaign) => void;
}

/** Asks for the campaign and looks at it, through the wallet and on the chosen network. */
export function CampaignForm({ chains, owner, onFound }: CampaignFormProps) {
  const config = useConfig();
  const draft = useFormDraft("campaign");
  const look = useMutation({
    mutationFn: async ({ chainId, address }: { chainId: number; address: string }) => {
      // Capitals are a checksum: a slip of the pen is found here and not on the chain.
      if (!isAddress(address)) return null;
      await switchChain(config, { chainId });
      const client = await getConnectorClient(config, { chainId });
      return readCampaign(client, { chainId, address, owner });
    },
    onSuccess: (campaign) => campaign && onFound(campaign),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    look.mutate({ chainId: Number(form.get("chain")), address: String(form.get("campaign")).trim() });
  };
  const isWallets = look.error !== null && walletProblem(look.error) !== "unknown";
  const isMissing = look.error !== null && !isWallets ? text.noCampaign : undefined;
  return (
    <form ref={draft} method="dialog" onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      {isWallets && <ProblemAlert error={look.error} />}
      <Field label={text.chain}>
        <Select
          name="chain"
          options={chains.map(({ chainId, name }) => ({ value: String(chainId), label: name }))}
        />
      </Field>
      <Field
        label={text.campaign}
        hint={text.campaignHint}
        error={look.data === null ? text.campaignWrong : isMissing}
        required
      >
        <Input name="campaign" mono maxLength={42} autoComplete="off" spellCheck={false} />
      </Field>
      <div>
        <Button type="submit" variant="primary" loading={look.isPending}>
          {text.next}
        </Button>
      </div>
    </form>
  );
}
