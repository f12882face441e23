import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { PortalInvite } from "@/lib/domain/requests";
import { routes } from "@/lib/routes";
import { GaidsCard } from "./gaids-card";

vi.mock("./add-gaid-form", () => ({ AddGaidForm: () => null }));
vi.mock("./user-dialogs", () => ({ DefaultGaidButton: () => null }));

const card = (canLookUp: boolean) =>
  renderToStaticMarkup(
    <GaidsCard
      {...{ userId: 7, userName: "Ada", gaids: ["GA1", "GA2"], defaultGaid: "GA1", openAssignments: 0 }}
      {...{ distributions: 0, isPartial: false, canAdd: false, canLookUp, invite: {} as PortalInvite }}
    />,
  );

it("leads from each of a user's wallets to what AMP knows of it, where one may look", () => {
  for (const gaid of ["GA1", "GA2"]) {
    expect(card(true)).toContain(`href="${routes.gaid(gaid)}"`);
    expect(card(false)).not.toContain(`href="${routes.gaid(gaid)}"`);
  }
});
