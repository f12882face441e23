import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { InvestorHoldings } from "@/lib/domain/holdings";
import type { ChainTask } from "@/lib/domain/investor";
import { documentsText } from "@/lib/messages/invest-documents";
import { autoInvestText, chainTasksText, holdingsText } from "@/lib/messages/invest-pages";
import { ChainTasks } from "./chain-tasks";
import { DocumentsList } from "./documents-list";
import { HoldingsList } from "./holdings-list";
import { UploadForm } from "./upload-form";
import { ApprovalCall } from "./wallet/approval-call";
import type { Campaign } from "./wallet/campaign";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }));
// The doors of the server are closed to a unit test.
vi.mock("@/server/actions/invest-documents", () => ({ uploadDocument: null }));

const show = (page: ReactNode): string =>
  renderToStaticMarkup(<QueryClientProvider client={new QueryClient()}>{page}</QueryClientProvider>)
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

const at = new Date("2026-11-21T12:00:00Z");
/** In the reader's zone, UTC on hover. */
const time = `<time dateTime="${at.toISOString()}">`;

describe("before the wallet asks", () => {
  const campaign: Campaign = {
    ...{ chainId: 31337, address: "0x00000000000000000000000000000000000000cc", symbol: "EUR", decimals: 6 },
    ...{ coin: "0x00000000000000000000000000000000000000e1", balance: 100n, allowance: 0n },
  };

  it("the page shows the whole call: which contract, who may take, and how much", () => {
    const page = show(<ApprovalCall campaign={campaign} approvals={[12_500_000n]} />);
    for (const part of [campaign.address, campaign.coin, "approve(", ">12500000<"])
      expect(page).toContain(part);
    expect(page).not.toContain(autoInvestText.reviewTwo);
  });

  it("the page says that it asks twice when it does", () => {
    const page = show(<ApprovalCall campaign={campaign} approvals={[0n, 7n]} />);
    expect(page).toContain(autoInvestText.reviewTwo);
    expect(page).toContain(`>0${autoInvestText.call.inTurn}7<`);
  });
});

describe("a task on a chain", () => {
  it("says why nothing came of it, and for which campaign", () => {
    const task: ChainTask = {
      ...{ id: "1", kind: "auto_invest" as const, chainId: 31337, contractAddress: "0xc0ffee" },
      ...{ state: "failed" as const, hash: null, reason: "Below the minimum." },
      ...{ requestedAt: at, updatedAt: at },
    };
    const page = show(<ChainTasks kind="auto_invest" initial={[task]} chains={[]} />);
    for (const words of ["Below the minimum.", "0xc0ffee", chainTasksText.states.failed, time])
      expect(page).toContain(words);
  });
});

describe("the documents", () => {
  it("are said to be public before there is a button", () => {
    const form = show(<UploadForm />);
    const [warned, button] = [documentsText.publicText, `>${documentsText.upload}<`].map((words) =>
      form.lastIndexOf(words),
    );
    expect(warned).toBeGreaterThan(0);
    expect(button).toBeGreaterThan(warned ?? 0);
    expect(form).toContain(documentsText.fileHint);
  });

  it("are listed with CID and size, or teach what will stand there", () => {
    expect(show(<DocumentsList documents={[]} />)).toContain(documentsText.noneText);
    const cid = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
    const list = show(
      <DocumentsList documents={[{ cid, name: "<deed>.pdf", sizeBytes: 2048, uploadedAt: at }]} />,
    );
    for (const part of [cid, "&lt;deed&gt;.pdf", "2 kB", time]) expect(list).toContain(part);
  });
});

describe("the holdings", () => {
  it("name their AMP ID and their hour even while there are none", () => {
    const held: InvestorHoldings = {
      ...{ gaid: "GA2HsrczzwaFzdJiw5NJM8P4iWKQh1", asOf: at, holdings: [] },
      ...{ showsHoldings: true, showsDistributions: true },
    };
    const page = show(<HoldingsList held={held} />);
    for (const words of [held.gaid, "2026", holdingsText.noneText]) expect(page).toContain(words);
  });
});
