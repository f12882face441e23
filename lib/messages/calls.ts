import type { AnswerForm } from "@/lib/domain/amp-call";
import { groupDigits } from "@/lib/format/amounts";
import type { SnippetLanguage } from "@/lib/snippets";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What the desk asked AMP. */
export const callsText = catalogue("callsText", {
  title: "Calls of AMP",
  description:
    "Each request that the desk sent to AMP for a person or an operation. What an open page reads again by itself stands here only where AMP refused or did not answer; a change always does. Signing in and other questions that carry a password are left out. Tokens, passwords, blinders and personal data are never kept; of an answer only its form is, and where AMP refused, its words. Lines appear up to a second late and are deleted after a time that the configuration sets.",
  caption: "Calls of AMP, newest first",
  search: "Path, person, request, operation or AMP's words",
  columns: {
    at: "Time",
    call: "Call",
    status: "Status",
    duration: "Took",
    answer: "Answer",
    person: "For",
    requestId: "Request",
  },
  filters: {
    changes: "What it does",
    person: "For",
    method: "Method",
    status: "Status",
    endpoint: "Endpoint",
  },
  changes: { yes: "Changes something at AMP", no: "Only reads" },
  statuses: {
    "2xx": "2xx, done",
    "3xx": "3xx, elsewhere",
    "4xx": "4xx, refused",
    "5xx": "5xx, failed",
    "0": "No answer",
  },
  noAnswer: "No answer",
  operation: "An operation",
  noCall: "There is no such call in this workspace. The log keeps calls for a limited time.",
  ms: (ms: number) => `${groupDigits(String(ms))} ms`,
  bytes: (bytes: number) => `${groupDigits(String(bytes))} B`,
  requestIdLabel: "request id",
  operationIdLabel: "operation id",
  empty: {
    title: "No call is kept",
    text: "Each page you open and each change you ask for leaves here what it asked of AMP.",
    filtered: "No call matches the filters.",
    lastPage: "There is nothing older",
  },
  detail: {
    facts: "The call",
    endpoint: "Endpoint",
    unknownEndpoint: "Not in the table of endpoints",
    at: "Sent",
    status: "Status",
    refusal: "AMP says",
    duration: "Took",
    person: "For",
    operation: "Operation",
    requestId: "Request",
    entries: "Audit entries of this request",
    query: "Query",
    body: "Request body",
    noBody: "None",
    bodyTooLong: (bytes: number) => `${groupDigits(String(bytes))} bytes: too long to keep`,
    removed: "What was secret or personal reads <removed>.",
    answer: "Answer",
    answerNotRead: "Not kept: it was too long, was read row by row, or did not come",
    answered: (form: AnswerForm | null, bytes: number | null): string => {
      const words = form === null ? callsText.detail.answerNotRead : callsText.detail.form(form);
      return bytes === null ? words : `${words} · ${callsText.bytes(bytes)}`;
    },
    form: (form: AnswerForm): string => {
      if (form.kind === "list") {
        const rows = countOf(form.count, { one: "row", other: "rows" });
        return form.fields.length > 0 ? `${rows} with ${form.fields.join(", ")}` : rows;
      }
      if (form.kind === "object")
        return form.fields.length > 0 ? `An object with ${form.fields.join(", ")}` : "An object";
      return { value: "A single value", text: "Text that is no JSON", empty: "Empty" }[form.kind];
    },
  },
  snippets: {
    title: "The same call elsewhere",
    description:
      "Exactly this path, with its slashes, and no redirect followed: a redirect would drop the header. The token is read from the environment variable AMP_TOKEN.",
    language: "Language",
    languages: {
      curl: "curl",
      python: "Python",
      node: "Node.js",
      ruby: "Ruby",
      csharp: "C#",
      go: "Go",
    } satisfies Record<SnippetLanguage, string>,
    copy: "code",
    changes: "This call changes something at AMP each time it is sent.",
    fill: "Put back what reads <removed> before you send it.",
  },
});
