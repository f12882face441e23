import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import type { Switches } from "../switches";

type Form = (body: unknown) => unknown;

type Fields = Record<string, unknown>;

const empty: Form = () => undefined;
const tokenAlone: Form = (body) => ({ token: (body as Fields).token });
const txidAlone: Form = (body) => (body as Fields[]).map(({ txid }) => ({ txid }));
const byAsset: Form = (body) =>
  Object.fromEntries(
    (body as Fields[]).map(({ asset_uuid, assignments, balance }) => [asset_uuid, { assignments, balance }]),
  );

/** Forms of an answer that no source rules out, by the switch that gives it. */
const OTHER_FORMS: { [S in keyof Switches]?: { [N in EndpointName]?: Form } } = {
  emptyManagerAnswers: {
    lockManager: empty,
    unlockManager: empty,
    changeManagerPassword: empty,
    addManagerAsset: empty,
    removeManagerAsset: empty,
  },
  fewerFields: {
    changePassword: tokenAlone,
    changeManagerPassword: tokenAlone,
    getMemo: (body) => (body === "" ? null : body),
    listReissuances: txidAlone,
  },
  summariesByAsset: { getUserSummary: byAsset },
  oddSummaries: { getUserSummary: () => ({ summary: "not here" }) },
};

/** @param body an answer as AMP is described to give it. @returns what is sent, undefined for an empty body */
export function inOtherForm(switches: Switches, name: string, body: unknown): unknown {
  return Object.entries(OTHER_FORMS).reduce((form, [switched, forms]) => {
    const other = switches[switched as keyof Switches] ? forms[name as EndpointName] : undefined;
    return other ? other(form) : form;
  }, body);
}
