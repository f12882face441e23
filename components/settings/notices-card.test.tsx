// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { draw, fieldOf, press, type } from "@/components/testing-dom";
import { KeepTyped } from "@/components/typed/keep-typed";
import type { NoticesView } from "@/lib/domain/notices";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { noticesText as text } from "@/lib/messages/notices";
import { overtakenText } from "@/lib/messages/overtaken";
import { renewSecretAction, saveNoticesAction } from "@/server/actions/notices";
import { NoticesCard } from "./notices-card";

vi.mock("next/navigation", () => ({
  usePathname: () => "/settings",
  useRouter: () => ({ refresh: vi.fn() }),
}));
vi.mock("@/server/actions/notices", () => ({
  renewSecretAction: vi.fn(),
  saveNoticesAction: vi.fn(),
  sendTestAction: null,
}));

const view: NoticesView = {
  settings: {
    ...{ isEmailOn: false, emails: [], isWebhookOn: true, topics: ["watch"] },
    webhookUrl: "https://hooks.example/a",
  },
  ...{ topics: ["watch"], hasSecret: true, hasMail: false, deliveries: [] },
};

beforeEach(() => vi.clearAllMocks());

it("makes a new key without saving what is typed and not saved", async () => {
  vi.mocked(renewSecretAction).mockResolvedValue({ ok: true, data: { secret: "whsec_new" } });
  await draw(<NoticesCard {...view} log={parseListState({}, lists.sessions)} />);
  await type(text.form.webhookUrl, "https://hooks.example/b");
  await press(text.secret.renew);
  await press(text.secret.renewConfirm);
  expect(renewSecretAction).toHaveBeenCalledOnce();
  expect(saveNoticesAction).not.toHaveBeenCalled();
  expect(fieldOf(text.form.webhookUrl).value).toBe("https://hooks.example/b");
  expect(document.body.textContent).toContain("whsec_new");
  vi.mocked(saveNoticesAction).mockResolvedValue({
    ok: true,
    data: { settings: view.settings, secret: null },
  });
  await press(text.form.save);
  expect(saveNoticesAction).toHaveBeenCalledOnce();
});

it("leads to the first field that the server refuses", async () => {
  const fields = { topics: [text.errors.topics], webhookUrl: [text.errors.webhookUrl] };
  const error = { code: "INVALID_INPUT" as const, message: "No.", retryable: false, requestId: "", fields };
  vi.mocked(saveNoticesAction).mockResolvedValue({ ok: false, error });
  await draw(
    <>
      <NoticesCard {...view} log={parseListState({}, lists.sessions)} />
      <KeepTyped owner="a" />
    </>,
  );
  await press(text.form.save);
  await vi.waitFor(() => expect(document.activeElement).toBe(fieldOf(text.form.webhookUrl)));
});

it("saves over what it showed alone, and shows what is saved by now before it does", async () => {
  const error = { code: "CONFLICT" as const, message: "Changed.", retryable: false, requestId: "" };
  vi.mocked(saveNoticesAction).mockResolvedValue({ ok: false, error });
  const log = parseListState({}, lists.sessions);
  const show = await draw(<NoticesCard {...view} log={log} />);
  await type(text.form.webhookUrl, "https://hooks.example/b");
  const present = { ...view.settings, webhookUrl: "https://hooks.example/c" };
  await show(<NoticesCard {...view} settings={present} log={log} />);
  await press(text.form.save);
  expect(saveNoticesAction).toHaveBeenLastCalledWith(
    expect.objectContaining({ webhookUrl: "https://hooks.example/b", shown: view.settings }),
  );
  expect(fieldOf(text.form.webhookUrl).value).toBe("https://hooks.example/b");
  await press(overtakenText.showPresent);
  expect(fieldOf(text.form.webhookUrl).value).toBe("https://hooks.example/c");
  await press(text.form.save);
  expect(saveNoticesAction).toHaveBeenLastCalledWith(
    expect.objectContaining({ webhookUrl: "https://hooks.example/c", shown: present }),
  );
});
