import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { useLive } from "./use-live";

vi.mock("./get-json", () => ({ getJson: () => Promise.reject(new Error("away")), ViewError: class {} }));

const everyMs = vi.fn(() => 1_000);
const Live = () => useLive("/api/thing", "shown", { everyMs }).data;

it("tells the rhythm of what is shown, and whether the last look failed", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (
    <QueryClientProvider client={client}>
      <Live />
    </QueryClientProvider>
  );
  renderToStaticMarkup(page);
  const [query] = client.getQueryCache().getAll();
  if (!query) throw new Error("Nothing was asked for.");
  const { refetchInterval } = query.options as { refetchInterval: (state: unknown) => number };
  refetchInterval(query);
  expect(everyMs).toHaveBeenLastCalledWith("shown", null);
  await query.fetch().catch(() => {});
  refetchInterval(query);
  expect(everyMs).toHaveBeenLastCalledWith("shown", new Error("away"));
});
