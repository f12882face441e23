import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ownershipText } from "@/lib/messages/ownership";
import { routes } from "@/lib/routes";
import { OwnerName } from "./owner-name";

const account = { id: "account:GA1", kind: "account", name: null, userId: null } as const;
const ada = { id: "user:7", kind: "user", name: "Ada", userId: 7 } as const;

it("leads from an account without a record to its wallet, and from a user to the user", () => {
  const html = renderToStaticMarkup(<OwnerName holder={account} gaids={["GA1"]} />);
  expect(html).toContain(`href="${routes.gaid("GA1")}"`);
  expect(html).toContain(ownershipText.withoutRecord);
  expect(renderToStaticMarkup(<OwnerName holder={account} gaids={[]} />)).not.toContain("href");
  expect(renderToStaticMarkup(<OwnerName holder={ada} gaids={["GA1"]} />)).toContain(
    `href="${routes.user(7)}"`,
  );
});
