import { Button, ButtonLink } from "@/components/ui/button";
import { CardFooter } from "@/components/ui/card";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";

/** Under a form that leads to the register, and back to it. */
export const UsersFormFooter = ({ submit, isBusy }: { submit: string; isBusy: boolean }) => (
  <CardFooter>
    <ButtonLink href={routes.users}>{commonText.actions.cancel}</ButtonLink>
    <Button type="submit" variant="primary" loading={isBusy}>
      {submit}
    </Button>
  </CardFooter>
);
