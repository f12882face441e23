import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ErrorView } from "@/lib/errors";
import { ListTable } from "./list-table";

const away: ErrorView = {
  code: "UNAVAILABLE",
  message: "AMP cannot be reached.",
  retryable: true,
  requestId: "r-1",
};

const NOTHING = "No category yet";

const render = (rows: string[], error: ErrorView | null) =>
  renderToStaticMarkup(
    <ListTable
      state={{ path: "/categories", query: { limit: 50, filters: {} }, defaultSort: undefined }}
      page={{ rows, nextCursor: null, total: rows.length, freshness: { asOf: new Date(0), source: "amp" } }}
      caption="Categories"
      empty={<p>{NOTHING}</p>}
      error={error}
      head={null}
      row={(name) => (
        <tr key={name}>
          <td>{name}</td>
        </tr>
      )}
    />,
  );

describe("a list that could not be read again", () => {
  it("keeps its rows and says why", () => {
    const html = render(["Accredited"], away);
    expect(html).toContain("Accredited");
    expect(html).toContain(away.message);
    expect(html).toContain(away.requestId);
  });

  it("does not call itself empty", () => {
    expect(render([], away)).not.toContain(NOTHING);
    expect(render([], null)).toContain(NOTHING);
  });
});
