import { expect, it } from "vitest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { type InvestorView, type KycView, TASK_STATES } from "./investor";
import { actionOf, investorState, investorStateNames, isWaiting, stepOf } from "./investor-state";
import { DECISIONS, requestIn, SESSIONS, VIEW, workOn } from "./investor-views-testing";
import { REQUEST_STATES } from "./requests";

const AGAIN = "npx vitest run -u lib/domain/investor-states-page.test.ts";

/** As the formatter has it: every column as wide as its widest cell. */
function table(head: string[], rows: string[][]): string {
  const cells = [head, ...rows].map((row) => row.map((words) => words.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[], fill = " ") =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width, fill)).join(" | ")} |`;
  const [first = [], ...others] = cells;
  return [line(first), line([], "-"), ...others.map((row) => line(row))].join("\n");
}
const named = (view: InvestorView | null) => `\`${investorState(view)}\``;

/** What the wallet's record says, beside session and decision. */
const RECORDS: [string, Partial<KycView>][] = [
  ["No KYC is with the wallet", { isCompleted: false }],
  ["The KYC is completed and valid", {}],
  ["An approval is held back", { isCompleted: false, isUnderReview: true }],
  ["The document has expired", { isCompleted: false, isExpired: true }],
  ["The approval was revoked", { isCompleted: false, isRevoked: true }],
];

const decisionName = (decision: (typeof DECISIONS)[number]) =>
  decision ? `${decision.status}, of ${decision.isOfThisSession ? "this" : "an earlier"} session` : "none";

function identities([words, record]: (typeof RECORDS)[number]): string {
  const view = (session: KycView["session"], lastDecision: KycView["lastDecision"]): InvestorView => ({
    ...{ ...VIEW, ampId: null },
    kyc: { ...VIEW.kyc, ...record, session, lastDecision },
  });
  const rows = DECISIONS.map((decision) => [
    decisionName(decision),
    ...SESSIONS.map((session) => named(view(session, decision))),
  ]);
  const [first, ...others] = new Set(rows.flatMap(([, ...states]) => states));
  const head = ["decision", ...SESSIONS.map((session) => (session ? `session ${session}` : "no session"))];
  const body = others.length === 0 ? `Whatever session and decision: ${first}.` : table(head, rows);
  return `### ${words}\n\n${body}`;
}

function requestRows(): string[][] {
  const { issuer } = VIEW;
  const closed = issuer && { ...issuer, isOpen: false };
  return [null, ...REQUEST_STATES].map((state) => {
    const request = state && requestIn(state);
    return [state ?? "none", ...[null, issuer, closed].map((by) => named({ ...VIEW, issuer: by, request }))];
  });
}

const chainRows = () =>
  [null, ...TASK_STATES].map((state) => [
    state ?? "none, or the service does not tell",
    named({ ...VIEW, request: requestIn("approved"), whitelist: state && workOn(state) }),
  ]);

const stateRows = () =>
  investorStateNames.map((name) => {
    const { title, meaning, whoActs, usualTime, action } = investorStatesText[name];
    const byItself = isWaiting(name) ? "yes" : "";
    return [
      ...[`\`${name}\``, stepOf(name), `**${title}** ${meaning}`, whoActs, usualTime],
      ...[`${action} (\`${actionOf(name)}\`)`, byItself],
    ];
  });

/** The page as the code says it. */
const page =
  () => `<!-- Made from lib/domain/investor-state.ts and lib/messages/investor-states.ts. Write it anew with: ${AGAIN} -->

# The states of an investor

What a person who is signed in to the portal is shown. The first thing that is missing decides, in this order: nobody is
signed in (${named(null)}), the identity service does not answer (${named({ ...VIEW, isServiceReachable: false })}), no
e-mail (${named({ ...VIEW, email: null })}), the identity, no AMP ID (${named({ ...VIEW, ampId: null })}), the request, the
work on chains. \`e2e/portal-states.spec.ts\` takes a picture of each state.

## Identity: session and decision

Where the identity is complete and there is no AMP ID, that is what is missing: ${named({ ...VIEW, ampId: null })}.

${RECORDS.map(identities).join("\n\n")}

## Request

${table(["request", "no issuer's link", "link open", "link closed"], requestRows())}

### An approved request: work on chains

Of several chains the one that is furthest from its end decides.

${table(["newest work", "state"], chainRows())}

## What each state says

${table(["state", "step", "what it says", "who acts", "how long", "the one action", "asks again by itself"], stateRows())}
`;

it(`is written down in docs/investor-states.md; after a change: ${AGAIN}`, async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/investor-states.md");
});
