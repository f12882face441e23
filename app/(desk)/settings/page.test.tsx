import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { AppError, type ErrorView } from "@/lib/errors";
import { noticesText } from "@/lib/messages/notices";
import { portalSettingsText } from "@/lib/messages/portal-settings";
import SettingsPage from "./page";

const AWAY = "AMP does not answer.";
const reads = vi.hoisted(() => ({ portal: vi.fn(), notices: vi.fn(), amp: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "/settings" }));
vi.mock("@/server/auth/actor", () => ({ sessionSecret: async () => "" }));
vi.mock("@/server/services/account", () => ({ readAccount: async () => ({ credentials: null }) }));
vi.mock("@/server/services/portal-settings", () => ({ readPortalSettings: reads.portal }));
vi.mock("@/server/services/notices", () => ({ readNotices: reads.notices }));
vi.mock("@/server/services/settings", () => ({ readAmpInfo: reads.amp }));
vi.mock("@/server/doors/page-data", () => ({
  pageData: async (read: (actor: object) => Promise<unknown>) => {
    const actor = { role: "issuer" };
    return read(actor).then(
      (data) => ({ ok: true, data, actor, asOf: new Date(0) }),
      ({ code, message }: AppError) => ({ ok: false, error: { code, message } as ErrorView, actor }),
    );
  },
}));
const nothing = vi.hoisted(() => () => null);
vi.mock("@/components/settings/session-card", () => ({ SessionCard: nothing }));
vi.mock("@/components/settings/sessions-card", () => ({ SessionsCard: nothing }));
vi.mock("@/components/settings/appearance-card", () => ({ AppearanceCard: nothing }));
vi.mock("@/components/settings/amp-card", () => ({ AmpCard: nothing }));
vi.mock("@/components/settings/portal-card", () => ({ PortalCard: () => "the portal's settings" }));
vi.mock("@/components/settings/notices-card", () => ({ NoticesCard: () => "the notifications" }));

const shown = async (): Promise<string> =>
  renderToStaticMarkup(
    (await SettingsPage({
      params: Promise.resolve({}),
      searchParams: Promise.resolve({}),
    })) as ReactElement,
  );

describe("the settings", () => {
  it("say in their place that they could not be read", async () => {
    const away = new AppError("UNAVAILABLE", AWAY);
    reads.amp.mockRejectedValue(away);
    reads.portal.mockRejectedValue(away);
    reads.notices.mockRejectedValue(away);
    const html = await shown();
    expect(html).toContain(portalSettingsText.title);
    expect(html).toContain(noticesText.title);
    expect(html.split(AWAY)).toHaveLength(4);
  });

  it("show what can be read while AMP's version cannot", async () => {
    reads.amp.mockRejectedValue(new AppError("UNAVAILABLE", AWAY));
    reads.portal.mockResolvedValue({});
    reads.notices.mockResolvedValue({});
    const html = await shown();
    expect(html).toContain("the portal&#x27;s settings");
    expect(html).toContain("the notifications");
  });
});
