import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { useLive } from "./use-live";

const getJson = vi.hoisted(() => vi.fn(() => Promise.reject(new Error("away"))));
vi.mock("./get-json", () => ({ getJson, ViewError: class {} }));

const everyMs = vi.fn(() => 1_000);
let refresh: () => Promise<void>;
function Live() {
  const live = useLive("/api/thing", "shown", { everyMs });
  refresh = live.refresh;
  return live.data;
}

/** What keeps the page's data, once the page is painted. */
function paint() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (
    <QueryClientProvider client={client}>
      <Live />
    </QueryClientProvider>
  );
  renderToStaticMarkup(page);
  const [query] = client.getQueryCache().getAll();
  if (!query) throw new Error("Nothing was asked for.");
  return query;
}

it("tells the rhythm of what is shown, and whether the last look failed", async () => {
  const query = paint();
  const { refetchInterval } = query.options as { refetchInterval: (state: unknown) => number };
  refetchInterval(query);
  expect(everyMs).toHaveBeenLastCalledWith("shown", null);
  await query.fetch().catch(() => {});
  refetchInterval(query);
  expect(everyMs).toHaveBeenLastCalledWith("shown", new Error("away"));
});

it("is a person's read where a person asks again, and the page's own before and after", async () => {
  getJson.mockClear();
  const query = paint();
  await query.fetch().catch(() => {});
  await refresh();
  await query.fetch().catch(() => {});
  const look = (isPoll: boolean) => ["/api/thing", { isPoll }];
  expect(getJson.mock.calls).toEqual([look(true), look(false), look(true)]);
});
