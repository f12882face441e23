import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { isOwed, type UserHolding } from "@/lib/domain/users";
import { usersText } from "@/lib/messages/users";
import { ArchiveCard } from "./archive-card";

vi.mock("@/server/actions/users", () => ({ deleteUserAction: vi.fn() }));
vi.mock("@/components/data/use-confirmed", () => ({ useConfirmed: () => vi.fn() }));

const { archive: text } = usersText;
const shown = (...holdings: [balance: bigint, openAssignments: number][]) => {
  const owed = holdings.filter(([balance, openAssignments]) =>
    isOwed({ balance, openAssignments } as UserHolding),
  ).length;
  const user = { id: 7, name: "Ada", categories: [] };
  return renderToStaticMarkup(
    <ArchiveCard {...{ user, owed }} isArchived={false} archivedCategories={0} canArchive />,
  );
};

it("offers to delete whoever has nothing and is owed nothing", () => {
  expect(shown([0n, 0])).toContain(`>${text.delete}<`);
  expect(shown([0n, 0])).not.toContain(text.owed(0, true));
});

it("says of how many assets something is left instead", () => {
  const html = shown([5n, 0], [0n, 1], [0n, 0]);
  expect(html).toContain(text.owed(2, true));
  expect(html).not.toContain(`>${text.delete}<`);
  expect(html).toContain(text.archive);
});
