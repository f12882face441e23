import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { RevealedTransaction } from "@/lib/domain/transactions";
import { transactionsText } from "@/lib/messages/transactions";
import { OpenUnblindedDialog } from "./open-unblinded-dialog";
import { RevealedBlinders } from "./revealed-blinders";
import { ShowFragmentDialog } from "./show-fragment-dialog";

const { blinders: text } = transactionsText;
const revealed: RevealedTransaction = {
  inputs: [],
  outputs: [],
  fragment: "blinded=1,2,3,4",
  unblindedUrl: null,
};

it("shows the fragment for an explorer only after a warning of its own", () => {
  const html = renderToStaticMarkup(<RevealedBlinders revealed={revealed} />);
  expect(html).toContain(text.showFragment);
  expect(html).not.toContain(revealed.fragment);
  const warning = renderToStaticMarkup(<ShowFragmentDialog onShow={() => {}} onClose={() => {}} />);
  expect(warning.replaceAll("&#x27;", "'")).toContain(text.fragmentConsequence);
});

it("shows the unblinded link, to copy or to open, only beside its warning", () => {
  const unblindedUrl = `https://explorer.example/tx/1#${revealed.fragment}`;
  const html = renderToStaticMarkup(<RevealedBlinders revealed={{ ...revealed, unblindedUrl }} />);
  expect(html).toContain(text.open);
  expect(html).not.toContain(revealed.fragment);
  const dialog = renderToStaticMarkup(<OpenUnblindedDialog url={unblindedUrl} onClose={() => {}} />);
  expect(dialog.split(unblindedUrl).length).toBeGreaterThan(2); // to open, and to copy
  expect(dialog.replaceAll("&#x27;", "'")).toContain(text.openConsequence);
});
