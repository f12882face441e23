/** The nouns of AMP in the order of an asset's life, and which texts belong to them. */
export const tags = {
  general: ["General", "Version and sign-in."],
  assets: ["Assets", "Issue, look at, lock and hide assets; the issuer's note."],
  registration: [
    "Registration",
    "The public registry, and AMP's rule over transfers. Both are GETs that change something.",
  ],
  treasury: ["Treasury", "The issuer's own addresses, unspent outputs and the blacklist."],
  users: ["Registered users", "People and companies who may hold assets, with their Green accounts."],
  gaids: ["GAIDs", "Green accounts by their id, also called AMP ID."],
  categories: ["Categories", "Labels of users that assets can require."],
  assignments: ["Assignments", "Treasury units reserved for registered users."],
  distributions: ["Distributions", "Assignments on their way to the holders: order, send, confirm."],
  supply: ["Reissuance and burn", "More or fewer units: order, send, confirm."],
  reports: ["Reports", "Who holds how much, what happened, what was lost."],
  managers: ["Managers", "Accounts of investment managers and the assets granted to them."],
} as const;

export type Tag = keyof typeof tags;

export const introduction = `
Blockstream AMP issues assets on the Liquid Network and decides who may hold them. This is a description of its HTTP API,
version 0.1.13, made for people who write clients. Its examples are answers of a sandbox that follows the API call by call;
notes headed *Not settled* say where nothing is known about the real service and what the sandbox does instead.

## Sign in

\`POST /user/obtain_token\` gives a token. Every call but that one, \`GET /info\` and \`GET /changelog\` carries it:

    Authorization: token 9c1d3f…

The word \`token\` is lower case and followed by one space. An **issuer** may call everything
but \`GET /managers/me\`, a manager's own record. An **investment manager** may
call 27 endpoints, some for granted assets alone; each operation lists its callers.

## Numbers

- Amounts are integers in the smallest unit, from 1 to 2,100,000,000,000,000, for every asset. \`precision\` says how to show
  them: 10000 with precision 2 is shown as 100.00. The API itself never applies it.
- **Work orders are the exception**: \`reissue-request\`, \`burn-request\` and \`distributions/create/\` answer with amounts divided
  by 10⁸, decimals as an Elements node wants them. Read their digits as text; a float is not exact enough.
- Reissuance tokens are counted in the smallest unit, whatever the precision.
- Times are ISO 8601 in UTC with microseconds; \`vesting_timestamp\` alone is Unix seconds.

## Bodies

Some bodies are no objects: notes and GAIDs are bare JSON strings, treasury addresses and outpoints are bare arrays, even with
\`DELETE\`. Some successes have no body or one without a meaning. Unknown keys must be ignored, and older names are still sent
beside today's: they are marked as deprecated.

## GETs that change something

\`register\`, \`register-authorized\`, \`distributions/create/\` and \`user/refresh-token\` are GETs with an effect. Never prefetch,
cache or blindly repeat them; here they carry \`x-changes-state: true\`.

## Moving the treasury

A distribution, a reissuance and a burn go three steps each: AMP hands out an **order**, your Elements node sends the
transaction, and after 2 confirmations you **report** the node's answers to AMP without changing them. Treasury units that move in
any other way become *lost outputs*. A report can be repeated; a transaction must never be sent twice.

## Errors

| status | body | meaning |
| --- | --- | --- |
| 400 | \`{"Error": "…"}\` | a rule of the business says no |
| 400 | \`{"<field>": ["…"]}\` or \`{"non_field_errors": ["…"]}\` | a field is wrong |
| 400 | \`{"detail": "JSON parse error - …"}\` | the body is no JSON |
| 401 | \`{"detail": "…"}\` | no token, a wrong one, or a locked manager |
| 403 | \`{"detail": "…"}\` | not for managers, or only for them |
| 404 | \`{"detail": "Not found."}\` | unknown, not visible yet, or not granted to this manager |
| 405 | \`{"detail": "…"}\` | the path exists with another method |
| 413 | \`{"detail": "…"}\` | the body is larger than 1 MiB; the sandbox's limit |
| 415 | \`{"detail": "…"}\` | the body was not sent as JSON |

To find the text, look at \`Error\`, \`error\`, \`detail\`, \`non_field_errors\`, then at the first field.
`.trim();
