import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PortalInviteNote } from "@/components/requests/portal-invite";
import type { PortalInvite, UserIdentity } from "@/lib/domain/requests";
import { portalInviteText } from "@/lib/messages/portal-invite";
import { requestsText } from "@/lib/messages/requests";
import { userIdentityText as text } from "@/lib/messages/user-identity";
import { usersText } from "@/lib/messages/users";
import { IdentityCard } from "./identity-card";

const at = new Date("2026-11-21T12:00:00Z");
const row = {
  ...{ id: "5aff248b-84a7-49a5-8b27-d31a405742f5", issuerName: "Alpine Growth", state: "approved" as const },
  ...{ address: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", gaid: "GA2HsrczzwaFzdJiw5NJM8P4iWKQh1" },
  kyc: { completedAt: at, validUntil: null, riskLabels: [] },
  ...{ kycAgeDays: 12, kycAlert: null, kycCheckedAt: at, isKycStale: false },
  ...{ createdAt: at, decidedAt: at, decidedBy: "issuer" },
};
const approved = { ...row, kycAnswer: null, kycUnansweredAt: null };
const pending = { ...row, id: "11111111-84a7-49a5-8b27-d31a405742f5", state: "open" as const };
const invite: PortalInvite = { links: [{ slug: "alpine", issuerName: "Alpine Growth" }], canSetUp: true };

const render = (identity: Partial<UserIdentity>, links = invite.links) =>
  renderToStaticMarkup(
    <IdentityCard
      identity={{ approved: null, pending: null, ...identity }}
      invite={{ links, canSetUp: true }}
    />,
  );
const has = (html: string, ...words: string[]) =>
  words.map((word) => html.includes(word.replaceAll("'", "&#x27;")));

it("names the state as the register's filter does, who decided, and the request", () => {
  const html = render({ approved });
  expect(has(html, usersText.kycStates.portal, text.decidedBy("issuer"), `/requests/${row.id}`)).toEqual([
    true,
    true,
    true,
  ]);
  expect(has(html, usersText.kycStates.lapsed, text.askAgain, text.unanswered)).toEqual([
    false,
    false,
    false,
  ]);
});

it("says of a lapsed identity why, what was decided on it, and how the investor is asked again", () => {
  const lapsed = { ...approved, kycAlert: "revoked" as const, kycAnswer: "kept" as const };
  const html = render({ approved: lapsed });
  expect(
    has(
      html,
      ...[usersText.kycStates.lapsed, requestsText.alert.titles.revoked, requestsText.alert.answers.kept],
      ...[text.askAgain, "/invest/i/alpine"],
    ),
  ).toEqual([true, true, true, true, true]);
  expect(render({ approved: lapsed }, [])).not.toContain(text.askAgain);
});

it("says when the identity service did not answer, and when nobody has answered for a day", () => {
  expect(render({ approved: { ...approved, kycUnansweredAt: at } })).toContain(text.unanswered);
  const stale = render({ approved: { ...approved, isKycStale: true } });
  expect(has(stale, requestsText.kyc.stale, requestsText.kyc.staleSince, text.askAgain)).toEqual([
    true,
    true,
    true,
  ]);
});

it("leads to a request that waits, and says when there is none", () => {
  const html = render({ pending });
  expect(has(html, usersText.kycStates.pending, text.waiting, `/requests/${pending.id}`)).toEqual([
    true,
    true,
    true,
  ]);
  expect(render({})).toContain(text.none);
});

it("sends somebody without a GAID to the open link, its owner to the settings, a manager to the issuer", () => {
  const note = (props: PortalInvite) => renderToStaticMarkup(<PortalInviteNote {...props} />);
  expect(has(note(invite), portalInviteText.send, "/invest/i/alpine", portalInviteText.afterwards)).toEqual([
    true,
    true,
    true,
  ]);
  expect(note({ links: [], canSetUp: true })).toContain("/settings#portal");
  const ofManager = note({ links: [], canSetUp: false });
  expect(ofManager).toContain(portalInviteText.askIssuer);
  expect(ofManager).not.toContain("href");
});
