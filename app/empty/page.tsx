import { commonText } from "@/lib/messages/common";

/** The yardstick of `npm run bench`: what the framework alone weighs. */
export default function EmptyPage() {
  return <p>{commonText.product}</p>;
}
