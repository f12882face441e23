import { sandboxVeriffText as text } from "@/lib/messages/sandbox-veriff";
import { html, Markup } from "./html";
import { decisionFields, deliveryFields, personFields } from "./page-fields";
import { POLICY, STYLE } from "./page-style";
import type { SessionRow } from "./session-store";
import { canStart, canSubmit } from "./steps";
import type { WebhookRow } from "./webhook-store";

export interface Shown {
  session: SessionRow;
  /** Newest first. */
  webhooks: WebhookRow[];
  /** Where a person goes afterwards. */
  back: string | null;
  /** What the last form was refused with. */
  problem?: string;
}

/** The page of one verification: works with forms alone. */
export function sessionPage({ session, webhooks, back, problem }: Shown): Markup {
  const step = (
    name: string,
    words: string,
    hint: string,
    fields: Markup,
  ) => html`<form method="post" action="${
    session.token
  }/${name}"><input type="hidden" name="revision" value="${session.revision}">
<p class="quiet">${hint}</p>${fields}<button>${words}</button></form>`;
  const isAgain = session.state !== "created";
  const { steps } = text;
  return html`${problem !== undefined && html`<p class="warn" role="alert">${problem}</p>`}
${facts(session)}
${canStart(session) && step("start", isAgain ? steps.startAgain : steps.start, steps.startHint, deliveryFields(false))}
${canSubmit(session) && step("submit", steps.submit, steps.submitHint, deliveryFields(false))}
${step("decide", steps.decide, steps.decideHint, html`${decisionFields()}${personFields()}${deliveryFields(true)}`)}
<p>${back ? html`<a class="button" href="${back}">${text.back}</a>` : html`<span class="quiet">${text.noBack}</span>`}</p>
${sent(session.token, webhooks)}`;
}

function facts({ id, vendorData, state, decision }: SessionRow): Markup {
  const standing = decision ? text.decided(text.decisions[decision]) : text.states[state];
  return html`<section aria-label="${text.session}"><p role="status"><strong>${standing}</strong></p>
<dl><dt>${text.session}</dt><dd>${id}</dd><dt>${text.wallet}</dt><dd>${vendorData ?? text.none}</dd></dl></section>`;
}

const sent = (token: string, webhooks: WebhookRow[]): Markup => html`<section aria-labelledby="webhooks">
<h2 id="webhooks">${text.webhooks}</h2>
${webhooks.length === 0 ? html`<p class="quiet">${text.noWebhooks}</p>` : html`<ol>${webhooks.map(webhookLine)}</ol>`}
<p><a class="button" href="${token}">${text.reload}</a></p></section>`;

function webhookLine({ id, what, state, attempts, nextAttempt, problem, signature }: WebhookRow): Markup {
  const next = nextAttempt ? ` · ${text.next(nextAttempt.toISOString().slice(11, 19))}` : "";
  return html`<li><strong>${what}</strong> ${text.webhookStates[state]}
<span class="quiet">#${id} · ${text.signatures[signature]} · ${text.attempts(attempts)}${next}</span>
${problem && html`<br><span class="quiet">${problem}</span>`}</li>`;
}

/** A whole document around `body`. */
export const pageResponse = (status: number, body: Markup): Response =>
  new Response(
    html`${new Markup("<!doctype html>")}
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title><link rel="icon" href="data:,"><style>${new Markup(STYLE)}</style></head>
<body><main><h1>${text.title}</h1><p class="quiet">${text.notice}</p>${body}</main></body></html>`.text,
    {
      status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": POLICY,
        // the address is a secret of this verification
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
      },
    },
  );
