import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { gaidsText } from "@/lib/messages/gaids";
import { routes } from "@/lib/routes";

/** A plain GET form: the address of what was found is a link that can be kept. */
export const GaidForm = () => (
  <form action={routes.gaids} className="grid max-w-xl gap-3">
    <Field label={gaidsText.field} hint={gaidsText.hint} required>
      <Input name="gaid" mono autoComplete="off" spellCheck={false} maxLength={64} />
    </Field>
    <div>
      <Button type="submit" variant="primary">
        {gaidsText.submit}
      </Button>
    </div>
  </form>
);
