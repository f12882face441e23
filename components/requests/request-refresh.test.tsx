import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ChangeEvent, ComponentProps, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import type { Checkbox } from "@/components/ui/checkbox";
import type { ApprovalPreview, RequestDetails } from "@/lib/domain/requests";
import { ApprovalCard } from "./approval-card";
import { RequestView } from "./request-view";

type Box = ComponentProps<typeof Checkbox>;

const page = vi.hoisted(() => ({
  refresh: vi.fn(),
  onRefresh: async () => {},
  boxes: new Map<unknown, Box>(),
  /** What the card remembers from one render to the next: its first state. */
  memory: { isFirst: true, isSet: false, value: undefined as unknown },
}));
vi.mock("react", async (original) => {
  const react = await original<typeof import("react")>();
  const { memory } = page;
  const { useState: plain } = react;
  const remembered = (initial: unknown) => {
    if (!memory.isFirst) return plain(initial);
    memory.isFirst = false;
    if (!memory.isSet) Object.assign(memory, { isSet: true, value: initial });
    return [memory.value, (value: unknown) => Object.assign(memory, { value })];
  };
  return { ...react, useState: remembered };
});
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: page.refresh }) }));
vi.mock("@/components/ui/freshness", () => ({
  Freshness: ({ onRefresh }: { onRefresh: () => Promise<void> }) => {
    page.onRefresh = onRefresh;
    return null;
  },
}));
vi.mock("@/components/ui/checkbox", () => ({
  Checkbox: (props: Box) => {
    page.boxes.set(props.label, props);
    return null;
  },
}));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));
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
  kyc: { completedAt: at, validUntil: null, riskLabels: [] },
  kycAgeDays: 12,
  maskedPerson: { name: "R••• A•••", verifiedName: null, email: null, isCompany: false },
  ...{ reason: null, problem: null, isStopped: false, categoryIds: [], ampUserId: null, steps: [] },
  ...{ kycAlert: null, kycAlertAt: null, kycAnswer: null, sameGaid: 0 },
  ...{ kycCheckedAt: at, isKycStale: false },
  ...{ createdAt: at, decidedAt: null, decidedBy: null },
};
const preview: ApprovalPreview = {
  gaid: { isValid: true, error: null },
  user: null,
  categories: [
    { id: 1, name: "Professional" },
    { id: 2, name: "Resident" },
  ],
  proposed: [1],
  assets: [],
};

function render(part: ReactNode, queries = new QueryClient()): void {
  page.memory.isFirst = true;
  page.boxes.clear();
  renderToStaticMarkup(<QueryClientProvider client={queries}>{part}</QueryClientProvider>);
}

const card = (seen: ApprovalPreview | null) => <ApprovalCard request={request} preview={seen} canDecide />;
const ticked = () => [...page.boxes].filter(([, { checked }]) => checked).map(([label]) => label);

beforeEach(() => {
  page.memory.isSet = false;
  page.refresh.mockClear();
});

it("ticks what is proposed once AMP tells it, and keeps what a person ticked through the next outage", () => {
  render(card(null));
  render(card(preview));
  expect(ticked()).toEqual(["Professional"]);
  page.boxes.get("Resident")?.onChange?.({ target: { checked: true } } as ChangeEvent<HTMLInputElement>);
  render(card(null));
  render(card(preview));
  expect(ticked()).toEqual(["Professional", "Resident"]);
});

it("reads the request again before the page around it", async () => {
  const queries = new QueryClient();
  const order: string[] = [];
  vi.spyOn(queries, "invalidateQueries").mockImplementation(async () => void order.push("request"));
  page.refresh.mockImplementation(() => order.push("page"));
  render(
    <RequestView
      freshness={{ asOf: at, source: "amp" }}
      initial={request}
      names={{ categories: [], user: null }}
      preview={preview}
      chains={{ isTold: false, chains: [] }}
      canDecide
    />,
    queries,
  );
  await page.onRefresh();
  expect(order).toEqual(["request", "page"]);
});
