"use client";

import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { CategoryName } from "@/lib/domain/eligibility";
import {
  canReceiveNow,
  failingRules,
  keyOf,
  type MatrixRule,
  passedRules,
} from "@/lib/domain/eligibility-matrix";
import { assetRemedyWords, failingWords, type Mending, nameOf } from "@/lib/format/eligibility-words";
import { formatUtc } from "@/lib/format/times";
import { eligibilityText } from "@/lib/messages/eligibility";
import { eligibilityMatrixText } from "@/lib/messages/eligibility-matrix";
import { routes } from "@/lib/routes";
import { remedyHref, UserRemedy } from "../remedies";
import type { Pair } from "./eligibility-grid-row";

const { why: text } = eligibilityMatrixText;

interface WhyDialogProps extends Pair, Mending {
  /** Among which the names of the required ones are. */
  categories: readonly CategoryName[];
  onClose: () => void;
}

/** Every rule of an asset for one user: those that fail with what to do, then those that are kept. */
export function WhyDialog({ onClose, ...props }: WhyDialogProps) {
  const { user, asset, categories } = props;
  const failing = failingRules(user, asset);
  return (
    <Dialog
      title={text.title(user.name, asset.name)}
      description={descriptionOf(failing)}
      size="md"
      onClose={onClose}
      footer={<ButtonLink href={routes.whyNot(asset.assetUuid, user.id)}>{text.more}</ButtonLink>}
    >
      <div className="grid gap-4">
        {asset.hasEndpoint && (
          <Alert title={eligibilityText.endpoint.title}>{eligibilityText.endpoint.text}</Alert>
        )}
        {!asset.transferRestricted && (
          <Alert title={eligibilityText.tracked.title}>{eligibilityText.tracked.text}</Alert>
        )}
        <Rules title={text.failing} rules={failing}>
          {(rule) => (
            <>
              <Status tone="blocked" wraps>
                {failingWords(rule, categories)}
              </Status>
              <span className="block ps-4">
                <Remedy rule={rule} {...props} />
              </span>
            </>
          )}
        </Rules>
        <Rules title={text.passed} rules={passedRules(user, asset)}>
          {(rule) => (
            <Status tone="ok" wraps>
              {passedWords(rule, categories)}
            </Status>
          )}
        </Rules>
        <p className="text-muted-foreground text-xs">{blacklistedNote(asset.outputsAsOf)}</p>
      </div>
    </Dialog>
  );
}

function descriptionOf(failing: readonly MatrixRule[]): string {
  if (failing.length === 0) return text.yes;
  return canReceiveNow(failing) ? text.blacklistedToo : text.no(failing.length);
}

const blacklistedNote = (asOf: Date | null): string =>
  asOf === null ? text.blacklistedUnknown : text.blacklistedAsOf(formatUtc(asOf));

interface RulesProps {
  title: string;
  rules: readonly MatrixRule[];
  children: (rule: MatrixRule) => ReactNode;
}

function Rules({ title, rules, children }: RulesProps) {
  if (rules.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      <ul className="grid gap-1.5">
        {rules.map((rule) => (
          <li key={keyOf(rule)}>{children(rule)}</li>
        ))}
      </ul>
    </section>
  );
}

const passedWords = (rule: MatrixRule, categories: readonly CategoryName[]): string =>
  rule.rule === "category" ? text.passes.category(nameOf(rule, categories)) : text.passes[rule.rule];

interface RemedyProps extends Omit<WhyDialogProps, "categories" | "onClose"> {
  rule: MatrixRule;
}

function Remedy({ rule, user, asset: { assetUuid }, canAdd, canMend }: RemedyProps) {
  if (rule.rule !== "locked" && rule.rule !== "unauthorized")
    return <UserRemedy rule={rule} user={user} assetUuid={assetUuid} canAdd={canAdd} />;
  const words = assetRemedyWords(rule.rule, { canMend });
  if (!canMend) return <span className="text-muted-foreground">{words}</span>;
  return (
    <Link href={remedyHref(rule.rule, assetUuid)} className="text-link underline underline-offset-2">
      {words}
    </Link>
  );
}
