import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LongTableBody } from "./long-table-body";

const draw = (count: number) =>
  renderToStaticMarkup(
    <table>
      <LongTableBody>
        {Array.from({ length: count }, (_, place) => `row ${place}`).map((key) => (
          <tr key={key} />
        ))}
      </LongTableBody>
    </table>,
  );

describe("the rows of a page in the server's HTML", () => {
  it("are drawn whole where a window shows them", () => {
    expect(draw(20).match(/<tr>/g)).toHaveLength(20);
    expect(draw(20)).not.toContain("aria-hidden");
  });

  it("keep the place of those below the window", () => {
    expect(draw(50).match(/<tr>/g)).toHaveLength(20);
    expect(draw(50)).toContain('<tr aria-hidden="true" style="block-size:82.5rem"></tr>');
  });
});
