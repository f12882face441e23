import { ButtonLink } from "@/components/ui/button";
import type { ErrorView } from "@/lib/errors";
import { accountText } from "@/lib/messages/account";
import { routes } from "@/lib/routes";

/** Everyone is signed out when nobody can tell which token is good. */
export const isAnswerLost = (error: ErrorView | null): boolean => error?.message === accountText.lost;

export const SignInAgain = () => (
  <ButtonLink href={routes.signIn(routes.settings)} variant="primary" className="justify-self-start">
    {accountText.signIn}
  </ButtonLink>
);
