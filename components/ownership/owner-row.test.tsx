import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ListedHolder } from "@/lib/domain/ownership";
import { OwnerRow } from "./owner-row";
import { BlacklistedNote } from "./owners-notes";

const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

function row(blacklistedSats: bigint | null, hasBlacklisted = true): string {
  const holder: ListedHolder = {
    ...{ id: "treasury", kind: "treasury", name: null, userId: null, gaids: [] },
    ...{ amountSats: 6_000n, blacklistedSats },
  };
  return textOf(
    renderToStaticMarkup(
      <table>
        <tbody>
          <OwnerRow
            holder={holder}
            hasBlacklisted={hasBlacklisted}
            asset={{ ticker: "HB31", precision: 2 }}
            supplySats={8_000n}
          />
        </tbody>
      </table>,
    ),
  );
}

it("an owner's row tells what of the amount is blacklisted, nothing from not known, and has no such cell for earlier", () => {
  expect(row(2_500n)).toContain("60.00 HB31 25.00 HB31 75.00%");
  expect(row(0n)).toContain("60.00 HB31 0.00 HB31 75.00%");
  expect(row(null)).toContain("60.00 HB31 not known 75.00%");
  expect(row(null, false)).toContain("60.00 HB31 75.00%");
});

it("the list says below it that the outputs could not be read, or of when they are", () => {
  const note = (asOf: Date | null) =>
    textOf(renderToStaticMarkup(<BlacklistedNote basis={{ asOf, isOlder: asOf !== null }} />));
  expect(note(null)).toContain("is not known now");
  expect(note(new Date("2026-11-20T12:03:10Z"))).toContain(
    "as of 2026-11-20 12:03:10 UTC, from an older answer",
  );
});
