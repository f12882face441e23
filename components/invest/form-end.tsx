import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldErrors } from "@/components/ui/field";
import { useInBrowser } from "@/components/ui/use-in-browser";

/** A box that agrees to something: it is never ticked beforehand, and the server says under it when it is missing. */
export const ConsentBox = ({ label, errors = [] }: { label: string; errors?: string[] | undefined }) => (
  <div className="grid gap-1">
    <Checkbox
      name="consent"
      label={label}
      aria-describedby="consent-error"
      aria-invalid={errors.length > 0 ? true : undefined}
    />
    <FieldErrors id="consent-error" errors={errors} />
  </div>
);

/** As a `ConsentBox` stands in its form; whether that is enough is the server's to say. */
export const consentIn = (form: FormData) => (form.get("consent") === "on") as true;

/** The server's HTML stands before the script that reads the form. */
const hasScript = () => true;

/** Until somebody listens the form cannot be sent: the browser would load the page anew, without what was typed. */
export const SubmitButton = ({ label, isPending }: { label: string; isPending: boolean }) => (
  <div>
    <Button
      type="submit"
      size="lg"
      variant="primary"
      disabled={!useInBrowser(hasScript, false)}
      loading={isPending}
      className="max-sm:w-full"
    >
      {label}
    </Button>
  </div>
);
