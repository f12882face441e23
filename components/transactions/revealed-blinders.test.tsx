import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { RevealedTransaction } from "@/lib/domain/transactions";
import { transactionsText } from "@/lib/messages/transactions";
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
