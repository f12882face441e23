import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { usersText } from "@/lib/messages/users";
import { RenameDialog } from "./rename-dialog";

const { nameTaken } = usersText;
const error = { code: "INVALID_INPUT", message: nameTaken, fields: { name: [nameTaken] }, requestId: "r1" };

vi.mock("@/server/actions/users", () => ({ renameUserAction: vi.fn() }));
vi.mock("@/components/data/use-submit", () => ({
  useSubmit: () => ({ submit: vi.fn(), isPending: false, error, fields: error.fields }),
}));

it("says once, at the field, that a name is taken", () => {
  const html = renderToStaticMarkup(<RenameDialog user={{ id: 7, name: "Ada Ames" }} onClose={() => {}} />);
  expect(html.split(nameTaken)).toHaveLength(2);
  expect(html).toMatch(/aria-invalid="true"[^>]*value="Ada Ames"/);
  expect(html).not.toContain('role="alert"');
});
