import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { RequestChain, RequestChains } from "@/lib/domain/request-chains";
import type { ApprovalPreview, RequestDetails } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";
import { RequestView } from "./request-view";

vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }));
// The doors of the server are closed to a unit test.
vi.mock("@/server/actions/requests", () => ({
  ...{ openRequestPersonAction: null, approveRequestAction: null },
  ...{ declineRequestAction: null, answerKycAlertAction: null },
}));

const at = new Date("2026-11-21T12:00:00Z");
const GAID = "GA2HsrczzwaFzdJiw5NJM8P4iWKQh1";
const request: RequestDetails = {
  ...{ id: "5aff248b-84a7-49a5-8b27-d31a405742f5", issuerName: "Alpine Growth", state: "open" },
  ...{ address: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", chainId: 1, gaid: GAID },
  bound: { gaid: GAID, text: "I bind it", signature: "0x51", boundAt: at, checkedAt: at },
  kyc: { completedAt: at, validUntil: null, riskLabels: [{ label: "vpn", category: "device" }] },
  kycAgeDays: 12,
  maskedPerson: { name: "R••• A•••", verifiedName: "R••• B•••", email: null, isCompany: false },
  ...{ reason: null, problem: null, isStopped: false, categoryIds: [], ampUserId: null, steps: [] },
  ...{ kycAlert: null, kycAlertAt: null, kycAnswer: null, sameGaid: 0 },
  ...{ kycCheckedAt: at, isKycStale: false },
  ...{ createdAt: at, decidedAt: null, decidedBy: null },
};
const asset = { ticker: null, precision: 0, transferRestricted: true, isAuthorized: true, isLocked: false };
const preview: ApprovalPreview = {
  gaid: { isValid: true, error: null },
  user: null,
  categories: [
    { id: 1, name: "Professional" },
    { id: 2, name: "Resident" },
  ],
  proposed: [1],
  assets: [
    { assetUuid: "a", name: "Alpine Fund", requirements: [1], ...asset },
    { assetUuid: "b", name: "Resident Notes", requirements: [1, 2], ...asset },
  ],
};

const names = { categories: [{ id: 2, name: "Resident" }], user: "Rosa Adler" };

const render = (
  change: Partial<RequestDetails> = {},
  seen: ApprovalPreview | null = preview,
  canDecide = true,
  chains: RequestChains = { isTold: false, chains: [] },
) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <RequestView
        freshness={{ asOf: new Date(0), source: "amp" }}
        initial={{ ...request, ...change }}
        names={names}
        preview={seen}
        chains={chains}
        canDecide={canDecide}
      />
    </QueryClientProvider>,
  ).replaceAll("&#x27;", "'");

const { approval, alert, decline, person, proofs } = requestsText;
const approveButton = (html: string) =>
  new RegExp(`<button([^>]*)><span[^>]*>${approval.approve}<`).exec(html)?.[1];

it("says before the approval who is made, and for each asset whether the person becomes eligible", () => {
  const html = render();
  for (const words of [approval.creates, "R••• A•••", "vpn (device)", proofs.valid, decline.open])
    expect(html).toContain(words);
  expect(html).toMatch(new RegExp(`Alpine Fund.*?${approval.eligible}`));
  expect(html).toMatch(new RegExp(`Resident Notes.*?${approval.lacks("Resident")}`));
});

it("names the user who has the GAID, and what a new default does to open assignments", () => {
  const user = {
    id: 7,
    name: "Rosa",
    isClaimed: false,
    categories: [2],
    defaultGaid: "GA1",
    openAssignments: 3,
    waiting: [],
  };
  const html = render({}, { ...preview, user: { ...user, by: "wallet" } });
  for (const words of [approval.foundByWallet("Rosa", 7), approval.openAssignments(3), approval.confirmMoves])
    expect(html).toContain(words);
  expect(approveButton(html)).toContain('disabled=""');
  expect(html).toMatch(new RegExp(`Resident Notes.*?${approval.eligible}`));
  expect(html).not.toContain(approval.creates);
});

it("wants its own word for a user to whom only the GAID leads", () => {
  const user = { id: 7, name: "Rosa", categories: [], defaultGaid: GAID, openAssignments: 0, waiting: [] };
  const claimed = render({}, { ...preview, user: { ...user, by: "gaid", isClaimed: true } });
  expect(claimed).toContain(approval.confirmOwner);
  expect(approveButton(claimed)).toContain('disabled=""');
  const own = render({}, { ...preview, user: { ...user, by: "gaid", isClaimed: false } });
  for (const words of [approval.confirmOwner, approval.confirmMoves]) expect(own).not.toContain(words);
  expect(approveButton(own)).not.toContain('disabled=""');
});

it("lays the verified name beside the given one, and says when there is none", () => {
  expect(render()).toContain("R••• B•••");
  expect(render()).not.toContain(person.unconfirmed);
  const maskedPerson = { ...request.maskedPerson, verifiedName: null };
  expect(render({ maskedPerson })).toContain(person.unconfirmed);
});

it("says since when nobody answered for an identity", () => {
  expect(render()).not.toContain(requestsText.kyc.staleSince);
  const html = render({ isKycStale: true, kyc: { ...request.kyc, riskLabels: [] } });
  for (const words of [requestsText.kyc.staleSince, requestsText.kyc.stale]) expect(html).toContain(words);
});

it("shows how old a clean verification is", () => {
  const kyc = { ...request.kyc, riskLabels: [] };
  expect(render({ kyc })).toContain("Verified 12 days ago");
  expect(render({ kyc, kycAgeDays: 0 })).toContain(requestsText.kyc.verifiedToday);
});

it("warns before the approval of an identity that is good no more, with nothing to remove yet", () => {
  const html = render({ kycAlert: "revoked" });
  expect(html).toContain(alert.textPending);
  expect(html).not.toContain(alert.remove);
});

it("offers no decision while AMP is told, to whom may not decide, and none that AMP cannot carry out", () => {
  expect(approveButton(render())).not.toContain('disabled=""');
  expect(approveButton(render({}, { ...preview, gaid: { isValid: false, error: null } }))).toContain(
    'disabled=""',
  );
  expect(approveButton(render({ state: "approving" }))).toBeUndefined();
  expect(approveButton(render({}, preview, false))).toBeUndefined();
  expect(render({}, null)).toContain(approval.unreadable);
});

it("tells what became of it, and what is wrong with the identity since", () => {
  const html = render({ state: "approved", ampUserId: 7, kycAlert: "revoked", categoryIds: [1] }, null);
  for (const words of [alert.titles.revoked, alert.remove, "/users/7"]) expect(html).toContain(words);
  expect(render({ state: "declined", reason: "Not this time." }, null)).toContain("Not this time.");
  const stopped = render({ state: "approving", isStopped: true, problem: "AMP refused." });
  for (const words of [approval.stopped, "AMP refused.", approval.again]) expect(stopped).toContain(words);
});

it("calls the categories of the steps and the registered user by name, and an unknown one by number", () => {
  const step = { name: "categories" as const, phase: "done" as const, at };
  const steps = [
    { ...step, categoryId: 2 },
    { ...step, categoryId: 9 },
  ];
  const html = render({ state: "approved", ampUserId: 7, steps }, null);
  for (const words of [approval.category("Resident"), approval.category(alert.category(9)), ">Rosa Adler<"])
    expect(html).toContain(words);
  expect(html).not.toContain(alert.category(2));
});

const onChain = (state: RequestChain["state"], hash: string | null = null): RequestChains => ({
  isTold: true,
  chains: [{ chainId: 137, state, hash, reason: null }],
});

it("shows how far the wallet is on each chain, and says it when a chain is not served", () => {
  const text = requestsText.chains;
  const approved = (chains: RequestChains) => render({ state: "approved" }, null, true, chains);
  const sent = approved(onChain("sent", `0x${"a".repeat(64)}`));
  for (const words of [text.title, text.chain(137), text.states.sent, text.transaction])
    expect(sent).toContain(words);
  expect(approved(onChain(null))).toContain(text.none);
  const unserved = approved({ ...onChain("unserved"), isTold: false });
  for (const words of [text.states.unserved, text.unservedText]) expect(unserved).toContain(words);
  expect(sent).not.toContain(text.unservedText);
  expect(approved({ ...onChain(null), isTold: false })).not.toContain(text.title);
  expect(render({ state: "declined" }, null, true, onChain("sent"))).not.toContain(text.title);
});
